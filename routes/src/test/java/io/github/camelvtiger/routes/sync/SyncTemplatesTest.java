package io.github.camelvtiger.routes.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyncTemplatesTest {

    @Test
    void eachTemplateIsLoaded() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/camel/templates"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(SyncTemplates.NAMES);
        }
    }
}
