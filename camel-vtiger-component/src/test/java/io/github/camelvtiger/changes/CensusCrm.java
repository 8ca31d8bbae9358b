package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A CRM of many records that never change, only come and go; counts what is asked of it about ids. */
final class CensusCrm implements ChangeSource, RecordIds {

    private final TreeSet<Long> numbers = new TreeSet<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private int requests;
    private boolean listsNothing;
    private Runnable beforeAnswer = () -> {};

    CensusCrm(int records) {
        LongStream.rangeClosed(1, records).map(number -> 3 * number).forEach(numbers::add);
    }

    Set<Long> numbers() {
        return numbers;
    }

    Instant now() {
        return now;
    }

    long nanoTime() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    /** The requests about ids since the last call of this. */
    int takeRequests() {
        int taken = requests;
        requests = 0;
        return taken;
    }

    void listNothing(boolean nothing) {
        listsNothing = nothing;
    }

    void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    @Override
    public Instant serverTime() {
        return now;
    }

    @Override
    public Instant challengeTime(Duration notOlderThan) {
        return now;
    }

    @Override
    public Rows window(Position after, Instant upTo, int limit) {
        return Rows.none(now);
    }

    @Override
    public Rows byId(long afterNumber, int limit) {
        return Rows.none(now);
    }

    @Override
    public List<RecordState> byIds(List<RecordId> ids) {
        return List.of();
    }

    @Override
    public Absence absence(RecordId id) {
        return Absence.UNCLEAR;
    }

    @Override
    public RecordId id(long number) {
        return new RecordId(12, number);
    }

    @Override
    public long count(long after, long upTo) {
        asked();
        return after >= upTo ? 0 : numbers.subSet(after, false, upTo, true).size();
    }

    @Override
    public List<Long> list(long after, int limit) {
        asked();
        return listsNothing
                ? List.of()
                : numbers.tailSet(after, false).stream().limit(limit).toList();
    }

    @Override
    public Set<Long> existing(Collection<Long> wanted, long alive) {
        asked();
        if (listsNothing) {
            throw new ServerFailureException("It lists nothing.", FailureContext.NONE);
        }
        return wanted.stream().filter(numbers::contains).collect(Collectors.toSet());
    }

    private void asked() {
        requests++;
        beforeAnswer.run();
    }
}
