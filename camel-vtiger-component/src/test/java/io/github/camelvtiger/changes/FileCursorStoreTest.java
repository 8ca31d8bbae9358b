package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCursorStoreTest extends CursorStoreContract {

    @TempDir
    Path directory;

    @Override
    CursorStore store() {
        return new FileCursorStore(directory);
    }

    @Test
    void aTornEndIsDroppedWhereverItIsTorn() throws IOException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(cursor, 1);
            note(cursor, 2);
        }
        byte[] whole = Files.readAllBytes(file());
        byte[] saved = CursorState.after(BEGIN).toText().getBytes();
        for (int length = saved.length; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            CursorState read = readState();
            assertThat(read.positions()).isEqualTo(state.positions());
            int complete = (int) new String(whole, 0, length).lines().count() - 3 - (whole[length - 1] == '\n' ? 0 : 1);
            assertThat(read.lastDeliveries()).hasSizeBetween(complete, complete + 1);
        }
    }

    @Test
    void afterATornEndTheFileCanBeWrittenAndReadAgain() throws IOException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
        }
        Files.writeString(file(), Files.readString(file()) + "1234abcd d 12x");
        try (Cursor cursor = open()) {
            cursor.read();
            note(cursor, 3);
            cursor.save(state);
        }
        assertThat(readState().toText()).isEqualTo(state.toText());
    }

    @Test
    void aDamagedFileIsNotTakenForANewOne() throws IOException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(cursor, 1);
            cursor.save(state);
        }
        Files.writeString(file(), Files.readString(file()).replaceFirst("12x1", "12x7"));
        try (Cursor cursor = open()) {
            assertThatThrownBy(cursor::read)
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining(KEY)
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining("startFrom");
        }
    }

    @Test
    void anEmptyFileIsDamagedToo() throws IOException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
        }
        Files.write(file(), new byte[0]);
        try (Cursor cursor = open()) {
            assertThatThrownBy(cursor::read).isInstanceOf(CursorException.class);
        }
    }

    @Test
    void theFileDoesNotGrowForever() throws IOException {
        try (Cursor cursor = open()) {
            cursor.read();
            for (int save = 0; save < 5_000; save++) {
                cursor.save(state);
            }
        }
        assertThat(Files.readAllLines(file())).hasSizeLessThan(1_100);
    }

    @Test
    void aSecondOwnerIsRefusedUntilTheFirstIsGone() {
        Cursor first = open();
        assertThatThrownBy(this::open)
                .isInstanceOf(CursorException.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("cursorKey");
        first.close();
        open().close();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> new FileCursorStore(file).open(KEY))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining("cursorDirectory")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileFromBeforeRecordsCouldWaitIsReadAsItIs() throws IOException {
        try (Cursor cursor = open()) {
            cursor.save(state);
        }
        Files.writeString(
                file(),
                checksum("vtiger-cursor 1") + " vtiger-cursor 1\n"
                        + checksum("d 12x7 1772359205 0123456789abcdef") + " d 12x7 1772359205 0123456789abcdef\n"
                        + checksum("p 1772359200/1 1772359200/1 1772359200/1 - -")
                        + " p 1772359200/1 1772359200/1 1772359200/1 - -\n");
        CursorState read = readState();
        assertThat(read.parked()).isEmpty();
        assertThat(read.lastDelivery(7).hash()).isEqualTo("0123456789abcdef");
    }

    private static String checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private CursorState readState() {
        try (Cursor cursor = open()) {
            return cursor.read().orElseThrow();
        }
    }

    private Path file() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".cursor"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
