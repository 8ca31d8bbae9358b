package io.github.camelvtiger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test class that holds for any Vtiger; its constructor takes the {@link LiveCrm} of each of the {@link LiveServers}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("live")
@ParameterizedClass(name = "{0}")
@ArgumentsSource(LiveServers.class)
@ExtendWith(FailuresNameTheServer.class)
@interface LiveSuite {}
