package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {

    @TempDir
    private Path directory;

    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(directory.resolve("leads.csv"), "first\n");
    }

    @Test
    void readsOnWhenTheFileHasGrown() throws IOException {
        try (GrowingFile file = open()) {
            assertThat(new String(file.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("first\n");
            Files.writeString(path, "second\n", StandardOpenOption.APPEND);
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second\n");
        }
    }

    @Test
    void endsAtTheEndOfAFileOfWhichOnlyTheTimeHasChanged() throws IOException {
        try (GrowingFile file = open()) {
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_000));
            assertThat(file.readAllBytes()).hasSize(6);
        }
    }

    @Test
    void refusesAnotherFileOfTheName() throws IOException {
        try (GrowingFile file = open()) {
            Path other = Files.writeString(directory.resolve("other"), "other\n");
            Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
            assertThatThrownBy(file::readAllBytes).isInstanceOf(FileReplacedException.class);
        }
    }

    @Test
    void refusesAFileThatBecameShorter() throws IOException {
        try (GrowingFile file = open()) {
            file.readNBytes(6);
            Files.writeString(path, "1\n");
            assertThatThrownBy(file::readAllBytes).isInstanceOf(FileReplacedException.class);
        }
    }

    @Test
    void refusesAFileThatIsGone() throws IOException {
        try (GrowingFile file = open()) {
            Files.delete(path);
            assertThatThrownBy(file::readAllBytes).isInstanceOf(FileReplacedException.class);
        }
    }

    private GrowingFile open() throws IOException {
        return new GrowingFile(path, Duration.ofMillis(1));
    }
}
