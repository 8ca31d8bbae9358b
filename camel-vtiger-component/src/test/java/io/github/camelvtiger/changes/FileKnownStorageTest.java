package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKnownStorageTest {

    private static final int RECORDS = 300;

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAgainAndWhatWasForgottenIsNot() {
        try (FileKnownStorage storage = open()) {
            storage.write(update(Map.of(1L, bytes(1), 2L, bytes(2)), Map.of("level", "IDS", "ids", "complete")));
            Map<Long, byte[]> forgotten = new HashMap<>();
            forgotten.put(1L, null);
            Map<String, String> properties = new HashMap<>();
            properties.put("ids", null);
            storage.write(update(forgotten, properties));
        }
        try (FileKnownStorage storage = open()) {
            assertThat(numbers(storage)).containsExactly(2L);
            assertThat(storage.read(List.of(1L, 2L, 3L))).containsOnlyKeys(2L).containsEntry(2L, bytes(2));
            assertThat(storage.properties()).containsExactly(Map.entry("level", "IDS"));
        }
    }

    @Test
    void whatIsClearedIsGone() {
        try (FileKnownStorage storage = open()) {
            storage.write(update(Map.of(1L, bytes(1)), Map.of("level", "IDS")));
            storage.clear();
            assertThat(numbers(storage)).isEmpty();
            assertThat(storage.properties()).isEmpty();
            storage.write(update(Map.of(2L, bytes(2)), Map.of()));
            assertThat(numbers(storage)).containsExactly(2L);
        }
    }

    /** Whichever byte is damaged, what is read is what was written, or nothing is. */
    @Test
    void damageIsNoticed() throws IOException {
        try (FileKnownStorage storage = open()) {
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
        try (FileKnownStorage storage = open()) {
            storage.write(update(Map.of(1L, bytes(1)), Map.of("level", "IDS")));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = 1; length < whole.length; length += whole.length / 50) {
            readsDamaged(Arrays.copyOf(whole, length));
        }
        Files.writeString(file(), "This is no store of records.");
        try (FileKnownStorage storage = open()) {
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
        try (FileKnownStorage storage = open()) {
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

    private static KnownUpdate update(Map<Long, byte[]> records, Map<String, String> properties) {
        return new KnownUpdate(records, properties);
    }

    private static byte[] bytes(long number) {
        return new KnownRecord(1, String.format("%032x", number), new long[] {number, -number}).toBytes();
    }

    private static List<Long> numbers(KnownStorage storage) {
        List<Long> numbers = new ArrayList<>();
        storage.numbers(numbers::add);
        return numbers;
    }

    private FileKnownStorage open() {
        return new FileKnownStorage("crm/Contacts", file());
    }

    private Path file() {
        return directory.resolve("contacts.known");
    }
}
