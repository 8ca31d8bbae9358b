package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.RecordId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises of its cursors. */
abstract class CursorStoreContract {

    static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    static final String KEY = "crm.example:8080/admin/Contacts";

    CursorState state = CursorState.after(BEGIN);

    /** Another one on the same storage, as another process has it. */
    abstract CursorStore store();

    @Test
    void aCursorThatWasNeverSavedIsEmpty() {
        try (Cursor cursor = open()) {
            assertThat(cursor.read()).isEmpty();
        }
    }

    @Test
    void whatWasSavedAndNotedIsThereAgain() {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(cursor, 1);
            note(cursor, 2);
        }
        assertThat(readAnew()).isEqualTo(text(state));
    }

    @Test
    void theLastOfSeveralDeliveriesOfARecordCounts() {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(cursor, delivery(1, 5, "aa"));
            note(cursor, delivery(1, 5, "bb"), delivery(2, 6, "cc"));
            note(cursor, delivery(1, 4, "dd"));
        }
        assertThat(readAnew())
                .contains("1 " + BEGIN.plusSeconds(4) + " dd")
                .doesNotContain("1 " + BEGIN.plusSeconds(5) + " bb");
    }

    @Test
    void deliveriesThatTheSavedStateForgotAreGone() {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(cursor, 1);
            note(cursor, 2);
            state = advanced(state, 1);
            cursor.save(state);
        }
        assertThat(readAnew()).isEqualTo(text(state)).hasSize(2);
    }

    @Test
    void recordsThatWaitAreKeptAsTheyWereNotedLast() {
        Parked one = Parked.first(delivery(1, 5, "aa"), ChangeKind.CREATED, BEGIN);
        Parked two = Parked.first(delivery(2, 6, "bb"), ChangeKind.UPDATED, BEGIN);
        Parked again = one.again(delivery(1, 7, "cc"), BEGIN.plusSeconds(60));
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(cursor, delivery(2, 5, "ee"));
            noteEntries(cursor, one, two);
            noteEntries(cursor, again);
        }
        assertThat(parkedAnew()).containsExactlyInAnyOrder(again, two);
        try (Cursor cursor = open()) {
            state = cursor.read().orElseThrow();
            cursor.save(state);
        }
        assertThat(parkedAnew()).as("after a save").containsExactlyInAnyOrder(again, two);
        assertThat(readAnew()).as("its delivery before").contains("2 " + BEGIN.plusSeconds(5) + " ee");
    }

    @Test
    void aDeliveryEndsTheWaitAndSoDoesADrop() {
        Parked one = Parked.first(delivery(1, 5, "aa"), ChangeKind.CREATED, BEGIN);
        Parked two = Parked.first(delivery(2, 6, "bb"), ChangeKind.UPDATED, BEGIN);
        Parked three = Parked.first(delivery(3, 6, "bb"), ChangeKind.UPDATED, BEGIN);
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            noteEntries(cursor, one, two, three);
            note(cursor, delivery(1, 9, "cc"));
            noteEntries(cursor, new Unparked(two.id()));
            cursor.save(state);
        }
        assertThat(parkedAnew()).containsExactly(three);
        assertThat(readAnew()).contains("1 " + BEGIN.plusSeconds(9) + " cc");
    }

    @Test
    void aDeliveryThatWasNotedBeforeACrashEndsTheWait() {
        Parked one = Parked.first(delivery(1, 5, "aa"), ChangeKind.CREATED, BEGIN);
        try (Cursor cursor = open()) {
            cursor.read();
            noteEntries(cursor, one);
            cursor.save(state);
            note(cursor, delivery(1, 9, "cc"));
        }
        assertThat(parkedAnew()).isEmpty();
    }

    void noteEntries(Cursor cursor, CursorEntry... entries) {
        List.of(entries).forEach(state::apply);
        cursor.note(List.of(entries), state);
    }

    List<Parked> parkedAnew() {
        try (Cursor cursor = open()) {
            return List.copyOf(cursor.read().orElseThrow().parked());
        }
    }

    @Test
    void aBackfillAndTheClocksAreKept() {
        state = CursorState.of(state.positions(), OptionalLong.of(77), state.origin());
        state.clocks(new ClockReading(BEGIN, BEGIN.plusSeconds(3)));
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
        }
        try (Cursor cursor = open()) {
            CursorState read = cursor.read().orElseThrow();
            assertThat(read.backfilledUpTo()).hasValue(77);
            assertThat(read.clocks()).contains(new ClockReading(BEGIN, BEGIN.plusSeconds(3)));
        }
    }

    @Test
    void cursorsOfDifferentKeysAreDifferent() {
        String endless = "crm.example/" + "x".repeat(2_000);
        List<String> keys = List.of(
                KEY, KEY.toUpperCase(), KEY + " ", KEY + "_", "", "ключ/客户", "ключ/客人", endless + "a", endless + "b");
        CursorStore store = store();
        for (int index = 0; index < keys.size(); index++) {
            try (Cursor cursor = store.open(keys.get(index))) {
                cursor.read();
                cursor.save(CursorState.after(BEGIN.plusSeconds(index)));
            }
        }
        for (int index = 0; index < keys.size(); index++) {
            try (Cursor cursor = store.open(keys.get(index))) {
                assertThat(cursor.read().orElseThrow().positions().get(0).modifiedTime())
                        .as(keys.get(index))
                        .isEqualTo(BEGIN.plusSeconds(index));
            }
        }
    }

    @Test
    void aCursorIsCopiedWithWhatItKnowsOfTheRecords() {
        CursorStore store = store();
        try (Cursor cursor = store.open(KEY)) {
            cursor.read();
            cursor.save(state);
            note(cursor, 1);
            cursor.known().write(new KnownUpdate(Map.of(1L, new byte[] {7}, 2L, new byte[0]), Map.of("level", "IDS")));
        }
        try (Cursor other = store.open("other")) {
            other.read();
            other.save(CursorState.after(BEGIN.plusSeconds(99)));
            other.known().write(new KnownUpdate(Map.of(9L, new byte[] {1}), Map.of()));
        }
        try (CursorAdministration from = new CursorAdministration(store.open(KEY), Clock.systemUTC());
                Cursor to = store.open("other")) {
            assertThat(from.copyTo(to)).isTrue();
        }
        for (String key : List.of(KEY, "other")) {
            try (Cursor cursor = store.open(key)) {
                assertThat(text(cursor.read().orElseThrow())).as(key).isEqualTo(text(state));
                assertThat(cursor.known().read(List.of(1L, 2L, 9L))).containsOnlyKeys(1L, 2L);
                assertThat(cursor.known().properties()).containsEntry("level", "IDS");
            }
        }
    }

    @Test
    void aDiscardedCursorIsGoneWithWhatItKnew() {
        CursorStore store = store();
        try (Cursor cursor = store.open(KEY)) {
            cursor.read();
            cursor.save(state);
            cursor.known().write(new KnownUpdate(Map.of(1L, new byte[] {7}), Map.of()));
        }
        assertThat(((CursorCatalog) store).nameOf(KEY)).isPresent().hasValueSatisfying(name -> assertThat(
                        ((CursorCatalog) store).look(name))
                .isPresent());
        try (CursorAdministration cursor = new CursorAdministration(store.open(KEY), Clock.systemUTC())) {
            cursor.discard();
        }
        assertThat(((CursorCatalog) store).nameOf(KEY)).isEmpty();
        try (CursorAdministration cursor = new CursorAdministration(store.open(KEY), Clock.systemUTC());
                Cursor other = store.open("other")) {
            assertThat(cursor.copyTo(other)).isFalse();
        }
        try (Cursor cursor = store.open(KEY)) {
            assertThat(cursor.read()).isEmpty();
            assertThat(cursor.known().read(List.of(1L))).isEmpty();
        }
    }

    @Test
    void aPageOfDeliveriesIsNotedAtOnce() {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            note(
                    cursor,
                    IntStream.rangeClosed(1, 700)
                            .mapToObj(number -> delivery(number, number, "ab"))
                            .toArray(Delivery[]::new));
        }
        assertThat(readAnew()).hasSize(701).isEqualTo(text(state));
        try (Cursor cursor = open()) {
            state = cursor.read().orElseThrow();
            state = advanced(state, 650);
            cursor.save(state);
        }
        assertThat(readAnew()).hasSize(51).isEqualTo(text(state));
    }

    /** Owners come and go, and what each finds is what was saved last with all that was noted since. */
    @Test
    void aHistoryOfManyOwnersIsKept() {
        Random random = new Random(7);
        int second = 0;
        for (int owner = 0; owner < 12; owner++) {
            try (Cursor cursor = open()) {
                String found = String.valueOf(cursor.read().map(CursorStoreContract::text));
                if (owner == 0) {
                    cursor.save(state);
                } else {
                    assertThat(found).isEqualTo("Optional" + "[" + text(state) + "]");
                }
                for (int step = random.nextInt(12); step > 0; step--) {
                    if (random.nextInt(4) == 0) {
                        state = advanced(state, random.nextInt(second + 1));
                        cursor.save(state);
                    } else {
                        second++;
                        Set<Integer> numbers = new HashSet<>();
                        for (int count = random.nextInt(5); count >= 0; count--) {
                            numbers.add(1 + random.nextInt(9));
                        }
                        int time = second;
                        note(
                                cursor,
                                numbers.stream()
                                        .map(number -> delivery(number, time, "h" + time))
                                        .toArray(Delivery[]::new));
                    }
                }
            }
        }
    }

    /** The same state with all passes at least at this second after the beginning. */
    static CursorState advanced(CursorState state, int second) {
        Position to = Position.later(state.oldest(), Position.endOf(BEGIN.plusSeconds(second)));
        CursorState next = CursorState.of(List.of(to, to, to), OptionalLong.empty(), Position.FIRST);
        state.lastDeliveries().forEach(next::apply);
        next.forgetPassed();
        return next;
    }

    static Delivery delivery(long number, long second, String hash) {
        return new Delivery(new RecordId(12, number), BEGIN.plusSeconds(second), hash);
    }

    final void note(Cursor cursor, long number) {
        note(cursor, delivery(number, number, "0123abcd"));
    }

    final void note(Cursor cursor, Delivery... deliveries) {
        List.of(deliveries).forEach(state::apply);
        cursor.note(List.of(deliveries), state);
    }

    final Cursor open() {
        return store().open(KEY);
    }

    final List<String> readAnew() {
        try (Cursor cursor = open()) {
            return text(cursor.read().orElseThrow());
        }
    }

    /** The deliveries by number, and the positions: the order in which a store gives the deliveries does not matter. */
    static List<String> text(CursorState state) {
        List<String> lines = new ArrayList<>();
        state.lastDeliveries().stream()
                .sorted(Comparator.comparing(Delivery::id))
                .map(delivery -> delivery.id().number() + " " + delivery.modifiedTime() + " " + delivery.hash())
                .forEach(lines::add);
        lines.add(state.positions() + " " + state.backfilledUpTo() + " " + state.clocks());
        return lines;
    }
}
