package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A CRM whose saves are as little atomic as the real one's ({@code change-feed.md §1}): the time of a save is visible at
 * once, its two fields later and one by one, a new record with the first of them, and a second save of a record waits
 * for the first one's lock after it has stamped its time.
 */
final class ModelCrm implements ChangeSource, RecordIds {

    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<Long, ModelRecord> rows = new TreeMap<>();
    private final Runnable beforeAnswer;
    private long now;
    private long clockShift;
    private int requests;
    private long lastNumber;
    private BooleanSupplier errorsAreHidden = () -> false;
    private Supplier<Duration> lie = () -> Duration.ZERO;
    private long longestLockWait = 30_000;
    private boolean hiddenRowsCount;

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

    /** What a clock shows that is never set. */
    Instant trueTime() {
        return BEGIN.plusMillis(now);
    }

    /** The latest time that any record bears; by a clock that was set back since it may lie in the future. */
    Instant latestStamp() {
        return rows.values().stream()
                .map(ModelRecord::modified)
                .max(Comparator.naturalOrder())
                .orElse(BEGIN);
    }

    /** Whether a request is to meet an error that the server hides, and that a count shows. */
    void hideErrors(BooleanSupplier hide) {
        errorsAreHidden = hide;
    }

    /** Whether rows that the user may not see are taken away after the limit was applied, and not before. */
    void hiddenRowsCount(boolean count) {
        hiddenRowsCount = count;
    }

    /** How far the date of an answer is off the clock. */
    void lie(Supplier<Duration> about) {
        lie = about;
    }

    /** A save that would have to wait longer does nothing. */
    void longestLockWait(long millis) {
        longestLockWait = millis;
    }

    boolean wasSavedSince(long number, long time) {
        return rows.get(number).savedAt() >= time;
    }

    /** Null when the record is not to be seen. */
    Instant modifiedTime(long number) {
        ModelRecord row = rows.get(number);
        return row == null || row.isHidden() ? null : row.modified();
    }

    void create(int count, long firstGap, long secondGap) {
        for (int created = 0; created < count; created++) {
            ModelRecord row = new ModelRecord(clock());
            rows.put(++lastNumber, row);
            row.save(now, clock(), firstGap, secondGap);
        }
    }

    /** Nothing happens to a record that is locked for longer than a save waits. */
    void edit(int from, int count, long firstGap, long secondGap) {
        for (long number : numbers(from, count)) {
            ModelRecord row = rows.get(number);
            if (row.lockedUntil() - now <= longestLockWait) {
                row.save(now, clock(), firstGap, secondGap);
            }
        }
    }

    /** The same of one record: the version that it gets, and when its last field lands; empty where it is locked. */
    Optional<Save> save(long number, long firstGap, long secondGap) {
        ModelRecord row = rows.get(number);
        if (row.lockedUntil() - now > longestLockWait) {
            return Optional.empty();
        }
        row.save(now, clock(), firstGap, secondGap);
        return Optional.of(new Save(number, row.versions(), row.modified(), row.lockedUntil()));
    }

    /** A save and when it ends. */
    record Save(long number, int version, Instant modified, long landed) {}

    /** The number that was given last. */
    long lastNumber() {
        return lastNumber;
    }

    /** The numbers of so many records, from the given one on and round again. */
    List<Long> numbers(int from, int count) {
        List<Long> all = List.copyOf(rows.keySet());
        return IntStream.range(0, Math.min(count, all.size()))
                .mapToObj(place -> all.get((from + place) % all.size()))
                .toList();
    }

    boolean exists(long number) {
        return rows.containsKey(number);
    }

    void delete(long number) {
        rows.remove(number);
    }

    void changeSilently(long number) {
        rows.get(number).changeSilently();
    }

    /** @return whether the record is to be seen now */
    boolean changeOwner(long number) {
        ModelRecord row = rows.get(number);
        row.changeOwner();
        row.save(now, clock(), 0, 0);
        return !row.isHidden();
    }

    /** All but the first records are gone, as after the restoring of a backup. */
    void restoreBackupOf(int count) {
        List.copyOf(rows.keySet()).stream().skip(count).forEach(rows::remove);
        lastNumber = count;
    }

    /** What is to be seen of each record now, by its number. */
    Map<Long, RecordState> visible() {
        return landed(false);
    }

    /** The fields of what is to be seen. */
    Map<Long, Map<String, Object>> states() {
        Map<Long, Map<String, Object>> states = new HashMap<>();
        visible().forEach((number, state) -> states.put(number, state.fields()));
        return states;
    }

    /** Without the field that says something else in each answer. */
    static Map<String, Object> withoutModifier(Map<String, Object> fields) {
        Map<String, Object> stable = new HashMap<>(fields);
        stable.remove("modifiedby");
        return stable;
    }

    private Map<Long, RecordState> landed(boolean withHidden) {
        Map<Long, RecordState> visible = new LinkedHashMap<>();
        rows.forEach((number, row) -> {
            if (withHidden || !row.isHidden()) {
                row.state(id(number), now, requests).ifPresent(state -> visible.put(number, state));
            }
        });
        return visible;
    }

    /** A time as the CRM writes it. */
    static String text(Instant time) {
        return time.toString().replace('T', ' ').replace("Z", "");
    }

    private Instant arrive() {
        requests++;
        beforeAnswer.run();
        return clock().plus(lie.get()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Instant serverTime() {
        return arrive();
    }

    @Override
    public Instant challengeTime(Duration notOlderThan) {
        return clock().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Rows window(Position after, Instant upTo, int limit) {
        Instant date = arrive();
        refuseHiddenErrors();
        return rows(
                date,
                limit,
                Comparator.comparing(RecordState::position),
                state -> state.position().compareTo(after) > 0
                        && !state.modifiedTime().isAfter(upTo));
    }

    @Override
    public Rows byId(long afterNumber, int limit) {
        Instant date = arrive();
        refuseHiddenErrors();
        return rows(
                date,
                limit,
                Comparator.comparing(state -> state.id().number()),
                state -> state.id().number() > afterNumber);
    }

    /** Hidden rows are taken away after the limit was applied; an empty page is looked behind until all rows are through. */
    private Rows rows(Instant date, int limit, Comparator<RecordState> order, Predicate<RecordState> wanted) {
        List<RecordState> all = landed(hiddenRowsCount).values().stream()
                .filter(wanted)
                .sorted(order)
                .toList();
        for (int from = 0; from < all.size(); from += limit) {
            List<RecordState> seen = all.stream()
                    .skip(from)
                    .limit(limit)
                    .filter(state -> !rows.get(state.id().number()).isHidden())
                    .toList();
            if (!seen.isEmpty()) {
                return new Rows(seen, date, seen.size(), from + limit >= all.size());
            }
        }
        return Rows.none(date);
    }

    @Override
    public RecordId id(long number) {
        return new RecordId(12, number);
    }

    @Override
    public long count(long after, long upTo) {
        arrive();
        refuseHiddenErrors();
        return states(state -> state.id().number() > after && state.id().number() <= upTo)
                .count();
    }

    @Override
    public List<Long> list(long after, int limit) {
        arrive();
        refuseHiddenErrors();
        return states(state -> state.id().number() > after)
                .limit(limit)
                .map(state -> state.id().number())
                .toList();
    }

    @Override
    public Set<Long> existing(Collection<Long> numbers, long alive) {
        arrive();
        refuseHiddenErrors();
        return states(state -> numbers.contains(state.id().number()))
                .map(state -> state.id().number())
                .collect(Collectors.toSet());
    }

    private void refuseHiddenErrors() {
        if (errorsAreHidden.getAsBoolean()) {
            throw new ServerFailureException("The model's server answers no number.", FailureContext.NONE);
        }
    }

    @Override
    public List<RecordState> byIds(List<RecordId> ids) {
        arrive();
        return states(state -> ids.contains(state.id())).toList();
    }

    @Override
    public Absence absence(RecordId id) {
        arrive();
        return exists(id.number()) ? Absence.UNCLEAR : Absence.DELETED;
    }

    private Stream<RecordState> states(Predicate<RecordState> wanted) {
        return visible().values().stream().filter(wanted);
    }
}
