package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A CRM whose saves are as little atomic as the real one's ({@code change-feed.md §1}): the time of a save is visible at
 * once, its two fields later and one by one, a new record with the first of them, and a second save of a record waits
 * for the first one's lock after it has stamped its time.
 */
final class ModelCrm implements ChangeSource {

    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final long LONGEST_LOCK_WAIT = 30_000;

    /** A write of one field that becomes visible at a time of its own. */
    private record Landing(long at, boolean first, int version) {}

    private static final class Row {
        final Instant created;
        final List<Landing> landings = new ArrayList<>();
        Instant modified;
        long savedAt;
        long lockedUntil;
        int versions;

        Row(Instant created) {
            this.created = created;
        }
    }

    private final Map<Long, Row> rows = new TreeMap<>();
    private final Runnable beforeAnswer;
    private long now;
    private long clockShift;
    private int requests;

    /** @param beforeAnswer happens between two requests, when a request has arrived */
    ModelCrm(Runnable beforeAnswer) {
        this.beforeAnswer = beforeAnswer;
    }

    void pass(long millis) {
        now += millis;
    }

    void shiftClock(long millis) {
        clockShift += millis;
    }

    long nanoTime() {
        return now * 1_000_000;
    }

    int requests() {
        return requests;
    }

    long now() {
        return now;
    }

    Instant clock() {
        return BEGIN.plusMillis(now + clockShift);
    }

    /** What a clock shows that nobody sets. */
    Instant trueTime() {
        return BEGIN.plusMillis(now);
    }

    /** The latest time that any record bears; by a clock that was set back since it may lie in the future. */
    Instant latestStamp() {
        return rows.values().stream()
                .map(row -> row.modified)
                .max(Comparator.naturalOrder())
                .orElse(BEGIN);
    }

    boolean wasSavedSince(long number, long time) {
        return rows.get(number).savedAt >= time;
    }

    Instant modifiedTime(long number) {
        return rows.get(number).modified;
    }

    void create(int count, long firstGap, long secondGap) {
        for (int created = 0; created < count; created++) {
            Row row = new Row(clock().truncatedTo(ChronoUnit.SECONDS));
            rows.put(rows.size() + 1L, row);
            save(row, firstGap, secondGap);
        }
    }

    /** Nothing happens to a record that is locked for longer than a save waits. */
    void edit(int from, int count, long firstGap, long secondGap) {
        for (int edited = 0; edited < Math.min(count, rows.size()); edited++) {
            Row row = rows.get(1L + (from + edited) % rows.size());
            if (row.lockedUntil - now <= LONGEST_LOCK_WAIT) {
                save(row, firstGap, secondGap);
            }
        }
    }

    private void save(Row row, long firstGap, long secondGap) {
        row.modified = clock().truncatedTo(ChronoUnit.SECONDS);
        row.savedAt = now;
        row.versions++;
        long free = Math.max(now, row.lockedUntil);
        row.landings.add(new Landing(free + firstGap, true, row.versions));
        row.landings.add(new Landing(free + firstGap + secondGap, false, row.versions));
        row.lockedUntil = free + firstGap + secondGap;
    }

    /** What is to be seen of each record now, by its number. */
    Map<Long, RecordState> visible() {
        Map<Long, RecordState> visible = new LinkedHashMap<>();
        rows.forEach((number, row) -> {
            int first = landed(row, true);
            if (first > 0) {
                RecordId id = new RecordId(12, number);
                Map<String, Object> fields = Map.of(
                        "id", id.toString(),
                        "modifiedtime", row.modified.toString(),
                        "modifiedby", "19x" + requests,
                        "first", String.valueOf(first),
                        "second", String.valueOf(landed(row, false)));
                visible.put(number, new RecordState(id, row.modified, row.created, fields));
            }
        });
        return visible;
    }

    private int landed(Row row, boolean first) {
        return row.landings.stream()
                .filter(landing -> landing.first == first && landing.at <= now)
                .mapToInt(Landing::version)
                .max()
                .orElse(0);
    }

    private Instant arrive() {
        requests++;
        beforeAnswer.run();
        return clock().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Instant serverTime() {
        return arrive();
    }

    @Override
    public Rows window(Position after, Instant upTo, int limit) {
        Instant date = arrive();
        return new Rows(
                states(state -> state.position().compareTo(after) > 0
                                && !state.modifiedTime().isAfter(upTo))
                        .sorted(Comparator.comparing(RecordState::position))
                        .limit(limit)
                        .toList(),
                date);
    }

    @Override
    public Rows byId(long afterNumber, int limit) {
        Instant date = arrive();
        return new Rows(
                states(state -> state.id().number() > afterNumber).limit(limit).toList(), date);
    }

    @Override
    public List<RecordState> byIds(List<RecordId> ids) {
        arrive();
        return states(state -> ids.contains(state.id())).toList();
    }

    @Override
    public Absence absence(RecordId id) {
        arrive();
        return Absence.UNCLEAR;
    }

    private Stream<RecordState> states(Predicate<RecordState> wanted) {
        return visible().values().stream().filter(wanted);
    }
}
