package io.github.camelvtiger.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSyncsTest {

    private static final Path PROJECT = Path.of("..", "syncs");

    @TempDir
    private Path directory;

    @Test
    void areThoseOfTheProject() throws IOException {
        Path syncs = directory.resolve("syncs");

        assertThat(BundledSyncs.writeTo(syncs)).isTrue();

        try (Stream<Path> files = Files.list(PROJECT)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(BundledSyncs.NAMES);
        }
        assertThat(BundledSyncs.NAMES)
                .allSatisfy(name -> assertThat(syncs.resolve(name)).hasSameTextualContentAs(PROJECT.resolve(name)));
        assertThat(SyncFiles.read(syncs, text -> text.replace("{{data.directory}}", "data"))
                        .faults())
                .isEmpty();
        assertThat(directory).isDirectoryNotContaining("glob:**/.syncs*");
    }

    @Test
    void leaveADirectoryAloneThatIsThere() throws IOException {
        Path own = Files.writeString(
                Files.createDirectories(directory.resolve("syncs")).resolve("own.yaml"), "# mine\n");

        assertThat(BundledSyncs.writeTo(own.getParent())).isFalse();

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files).containsExactlyInAnyOrder(directory, own.getParent(), own);
        }
    }
}
