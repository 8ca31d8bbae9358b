package io.github.camelvtiger.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedConfigurationTest {

    private static final Path GENERATED = Path.of("src/generated");
    private static final Path BEAN =
            GENERATED.resolve("java/io/github/camelvtiger/springboot/VtigerComponentConfiguration.java");
    private static final Path METADATA = GENERATED.resolve("resources/META-INF/spring-configuration-metadata.json");

    private final GeneratedConfiguration generated = new GeneratedConfiguration(ComponentOption.all());

    @Test
    void theConfigurationHasTheOptionsOfTheComponent() throws IOException {
        same(BEAN, generated.javaSource());
    }

    @Test
    void editorsKnowEveryOption() throws IOException {
        same(METADATA, generated.metadata());
    }

    private static void same(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("vtiger.docs.write")) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("%s differs from the component's options; CONTRIBUTING.md says how to write it", file)
                .hasContent(expected);
    }
}
