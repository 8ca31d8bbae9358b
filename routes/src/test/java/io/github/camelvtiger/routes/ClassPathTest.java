package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application does not need is not there for an attacker, either. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commons-dbcp",
                "commons-configuration2",
                "jgroups",
                "c3p0",
                "mchange-commons-java",
            })
    void theLibraryIsNotThere(String library) {
        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).getFileName().toString()))
                .anyMatch(jar -> jar.startsWith("artemis-server"))
                .noneMatch(jar -> jar.startsWith(library));
    }
}
