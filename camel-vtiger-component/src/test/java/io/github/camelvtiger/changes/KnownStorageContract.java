package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every storage of known records promises. */
abstract class KnownStorageContract {

    static final String KEY = "crm.example:8080/admin/Contacts";

    /** Opened again on the same place, as the next owner has it. */
    abstract CursorStore store();

    @Test
    void whatWasWrittenIsThereAgainAndWhatWasForgottenIsNot() {
        try (Cursor cursor = open()) {
            KnownStorage storage = cursor.known();
            storage.write(update(Map.of(1L, bytes(1), 2L, bytes(2)), Map.of("level", "IDS", "ids", "complete")));
            storage.write(update(Collections.singletonMap(1L, null), Collections.singletonMap("ids", null)));
        }
        try (Cursor cursor = open()) {
            KnownStorage storage = cursor.known();
            assertThat(numbers(storage)).containsExactly(2L);
            assertThat(storage.read(List.of(1L, 2L, 3L))).containsOnlyKeys(2L).containsEntry(2L, bytes(2));
            assertThat(storage.properties()).containsExactly(Map.entry("level", "IDS"));
        }
    }

    @Test
    void theLastOfSeveralWritesCounts() {
        Map<Long, byte[]> expected = new HashMap<>();
        Random random = new Random(5);
        for (int owner = 0; owner < 3; owner++) {
            try (Cursor cursor = open()) {
                KnownStorage storage = cursor.known();
                for (int write = 0; write < 20; write++) {
                    Map<Long, byte[]> records = new HashMap<>();
                    for (int record = 0; record < 10; record++) {
                        long number = random.nextInt(40);
                        records.put(number, random.nextInt(3) == 0 ? null : bytes(random.nextInt(1_000)));
                    }
                    storage.write(update(records, Map.of("write", String.valueOf(write))));
                    expected.putAll(records);
                }
                expected.values().removeIf(bytes -> bytes == null);
                assertThat(storage.read(expected.keySet())).containsExactlyInAnyOrderEntriesOf(expected);
            }
        }
        try (Cursor cursor = open()) {
            assertThat(numbers(cursor.known())).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(cursor.known().read(expected.keySet())).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(cursor.known().properties()).containsExactly(Map.entry("write", "19"));
        }
    }

    @Test
    void longContentsAndManyRecordsAreKept() {
        byte[] hashesOfAThousandFields = new byte[8_020];
        new Random(3).nextBytes(hashesOfAThousandFields);
        Map<Long, byte[]> records = new HashMap<>();
        for (long number = 1; number <= 12_000; number++) {
            records.put(number, bytes(number));
        }
        records.put(1L << 40, hashesOfAThousandFields);
        records.put(77L, new byte[0]);
        String names = "a_name_of_a_field,".repeat(600);
        try (Cursor cursor = open()) {
            cursor.known().write(update(records, Map.of("fields.1f", names)));
        }
        try (Cursor cursor = open()) {
            assertThat(numbers(cursor.known())).hasSize(12_001).contains(1L << 40);
            assertThat(cursor.known().read(List.of(77L, 1L << 40)))
                    .containsEntry(77L, new byte[0])
                    .containsEntry(1L << 40, hashesOfAThousandFields);
            assertThat(cursor.known().properties()).containsEntry("fields.1f", names);
        }
    }

    @Test
    void whatIsClearedIsGone() {
        try (Cursor cursor = open()) {
            KnownStorage storage = cursor.known();
            storage.write(update(Map.of(1L, bytes(1)), Map.of("level", "IDS")));
            storage.clear();
            assertThat(numbers(storage)).isEmpty();
            assertThat(storage.properties()).isEmpty();
            storage.write(update(Map.of(2L, bytes(2)), Map.of("ids", "complete")));
            assertThat(numbers(storage)).containsExactly(2L);
        }
        try (Cursor cursor = open()) {
            assertThat(numbers(cursor.known())).containsExactly(2L);
            assertThat(cursor.known().properties()).containsExactly(Map.entry("ids", "complete"));
        }
    }

    @Test
    void cursorsKeepTheirRecordsApart() {
        try (Cursor one = open();
                Cursor other = store().open(KEY + "/other")) {
            one.known().write(update(Map.of(1L, bytes(1)), Map.of("level", "IDS")));
            other.known().write(update(Map.of(1L, bytes(9), 2L, bytes(2)), Map.of()));
            other.known().clear();
            assertThat(one.known().read(List.of(1L))).containsEntry(1L, bytes(1));
            assertThat(one.known().properties()).containsExactly(Map.entry("level", "IDS"));
        }
    }

    Cursor open() {
        return store().open(KEY);
    }

    static KnownUpdate update(Map<Long, byte[]> records, Map<String, String> properties) {
        return new KnownUpdate(records, properties);
    }

    static byte[] bytes(long number) {
        return new KnownRecord(1, String.format("%032x", number), new long[] {number, -number}).toBytes();
    }

    static List<Long> numbers(KnownStorage storage) {
        List<Long> numbers = new ArrayList<>();
        storage.numbers(numbers::add);
        return numbers;
    }
}
