package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerLogTest {

    @ParameterizedTest
    @ValueSource(strings = {"io.undertow", "org.xnio.nio", "org.jboss.threads"})
    void aStartIsNotWorthALine(String logger) {
        WebServerLog.onlyWarnings();

        assertThat(Logger.getLogger(logger).isLoggable(Level.INFO)).isFalse();
        assertThat(Logger.getLogger(logger).isLoggable(Level.WARNING)).isTrue();
    }
}
