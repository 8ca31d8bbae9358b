package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of cursors on a full disk, and files that are not cursors: each says so in one sentence. */
class UnusableFilesTest {

    private static final Path FULL = Path.of("/dev/full");
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path directory;

    @Test
    void aFullDiskIsNamedWhenTheCursorIsWritten() throws IOException {
        assumeTrue(Files.exists(FULL));
        try (Cursor cursor = new FileCursorStore(directory).open("mine")) {
            assertThat(cursor.read()).isEmpty();
            Files.createSymbolicLink(directory.resolve(fileName() + ".new"), FULL);
            assertThatThrownBy(() -> cursor.save(CursorState.after(BEGIN)))
                    .isInstanceOf(CursorException.class)
                    .hasMessageStartingWith("The cursor 'mine' could not be written, because the disk is full;")
                    .hasMessageContaining(fileName())
                    .hasMessageNotContaining("Exception");
            Files.delete(directory.resolve(fileName() + ".new"));
            cursor.save(CursorState.after(BEGIN));
        }
        try (Cursor cursor = new FileCursorStore(directory).open("mine")) {
            assertThat(cursor.read()).as("it goes on when there is space").isPresent();
        }
    }

    @Test
    void aFullDiskDoesNotMakeWhatIsKnownLookDamaged() throws IOException {
        assumeTrue(Files.exists(FULL));
        try (Cursor cursor = new FileCursorStore(directory).open("mine")) {
            Files.createSymbolicLink(directory.resolve(fileName() + ".known"), FULL);
            assertThatThrownBy(() -> cursor.known().properties())
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining("because the disk is full");
            assertThatThrownBy(() -> cursor.known().write(new KnownUpdate(Map.of(1L, new byte[0]), Map.of())))
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining("because the disk is full");
        }
    }

    @Test
    void aDirectoryIsNotACursor() throws IOException {
        FileCursorStore store = new FileCursorStore(directory);
        Files.createDirectory(directory.resolve("folder.cursor"));
        assertThat(store.names()).isEmpty();
        assertThatThrownBy(() -> store.look("folder"))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining("is a directory")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void aFileOfSomethingElseIsNotOneEither() throws IOException {
        FileCursorStore store = new FileCursorStore(directory);
        for (String text : new String[] {"", "hello", "\0\1\2\3", sealed("vtiger-cursor 1") + sealed("p 1/2 x - -")}) {
            Files.writeString(directory.resolve("odd.cursor"), text);
            assertThatThrownBy(() -> store.look("odd"))
                    .isInstanceOf(CursorException.class)
                    .hasMessageStartingWith("The cursor 'odd' cannot be used.")
                    .hasMessageNotContaining("Exception");
        }
    }

    @Test
    void aCursorOfANewerReleaseIsRefused() throws IOException {
        FileCursorStore store = new FileCursorStore(directory);
        Files.writeString(directory.resolve("next.cursor"), sealed("vtiger-cursor 2") + sealed("p 1/2 x - -"));
        assertThatThrownBy(() -> store.look("next"))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining(
                        "The stored cursor has version 2, which a newer release of this component has written, and this"
                                + " one knows version 1; use that release, or restore the backup from before the upgrade.");
        Files.writeString(directory.resolve("odd.cursor"), sealed("vtiger-cursor !") + sealed("p 1/2 x - -"));
        assertThatThrownBy(() -> store.look("odd"))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining("does not begin with 'vtiger-cursor 1'; it is damaged");
    }

    @Test
    void whatMayNotBeReadSaysSo() {
        assertThat(FileFault.sentence("It failed", Path.of("f"), new java.nio.file.AccessDeniedException("f")))
                .isEqualTo("It failed (access is denied); check f and its disk.");
        assertThat(FileFault.isFullDisk(new IOException("There is not enough space on the disk")))
                .isTrue();
    }

    private String fileName() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".lock"))
                    .map(name -> name.substring(0, name.length() - ".lock".length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String sealed(String content) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return String.format("%08x %s%n", crc.getValue(), content);
    }
}
