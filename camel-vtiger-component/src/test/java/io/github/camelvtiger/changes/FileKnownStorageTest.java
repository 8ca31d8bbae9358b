package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKnownStorageTest extends KnownStorageContract {

    private static final int RECORDS = 300;

    @TempDir
    Path directory;

    private FileCursorStore store;

    @Override
    CursorStore store() {
        if (store == null) {
            store = new FileCursorStore(directory);
        }
        return store;
    }

    /** Whichever byte is damaged, what is read is what was written, or nothing is. */
    @Test
    void damageIsNoticed() throws IOException {
        try (FileKnownStorage storage = openFile()) {
            Map<Long, byte[]> records = new HashMap<>();
            for (long number = 1; number <= RECORDS; number++) {
                records.put(number, bytes(number));
            }
            storage.write(update(records, Map.of("level", "HASHES")));
        }
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(7);
        int noticed = 0;
        for (int damage = 0; damage < 400; damage++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            noticed += readsDamaged(damaged) ? 1 : 0;
        }
        assertThat(noticed).isPositive();
    }

    @Test
    void aFileThatIsCutOffIsNoticed() throws IOException {
        try (FileKnownStorage storage = openFile()) {
            storage.write(update(Map.of(1L, bytes(1)), Map.of("level", "IDS")));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = 1; length < whole.length; length += whole.length / 50) {
            readsDamaged(Arrays.copyOf(whole, length));
        }
        Files.writeString(file(), "This is no store of records.");
        try (FileKnownStorage storage = openFile()) {
            assertThatThrownBy(() -> numbers(storage))
                    .isInstanceOf(KnownLostException.class)
                    .hasMessageContaining(file().toString());
            storage.clear();
            storage.write(update(Map.of(3L, bytes(3)), Map.of()));
            assertThat(numbers(storage)).containsExactly(3L);
        }
    }

    private boolean readsDamaged(byte[] content) throws IOException {
        Files.write(file(), content);
        try (FileKnownStorage storage = openFile()) {
            List<Long> numbers = numbers(storage);
            if (!storage.properties().isEmpty()) {
                storage.read(numbers)
                        .forEach((number, bytes) -> assertThat(bytes).isEqualTo(bytes(number)));
            }
            return false;
        } catch (KnownLostException e) {
            return true;
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file")).resolve("store");
        try (FileKnownStorage storage = new FileKnownStorage("crm/Contacts", file)) {
            assertThatThrownBy(() -> storage.write(update(Map.of(1L, bytes(1)), Map.of())))
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining("crm/Contacts")
                    .hasMessageContaining(file.toString());
        }
    }

    private FileKnownStorage openFile() {
        return new FileKnownStorage("crm/Contacts", file());
    }

    private Path file() {
        return directory.resolve("contacts.known");
    }
}
