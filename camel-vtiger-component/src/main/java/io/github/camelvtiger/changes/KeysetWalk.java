package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A reading of all records by their numbers that continues over many polls and restarts, since how far it got is kept with
 * the known records. It takes a fifth of its period and begins after the other four; so between two readings of one
 * record lies no more than the period.
 */
final class KeysetWalk {

    private static final int PARTS = 5;
    private static final int PAGE = 100;
    private static final long PAGES_AT_LEAST = 20;

    private final KnownRecordIndex known;
    private final String after;
    private final String began;
    private final Duration period;

    /** @param name under which the progress is kept */
    KeysetWalk(KnownRecordIndex known, String name, Duration period) {
        this.known = known;
        this.after = name + ".after";
        this.began = name + ".began";
        this.period = period;
    }

    /** Whether it is time to begin again; also when the CRM's clock was set back since the last time. */
    boolean isDue(Instant now) {
        Instant last = known.properties().instant(began).orElse(Instant.MIN);
        return now.isBefore(last) || Duration.between(last, now).compareTo(period.minus(period.dividedBy(PARTS))) >= 0;
    }

    boolean isRunning() {
        return known.properties().number(after).isPresent();
    }

    void begin(Instant now) {
        known.properties().instant(began, now);
        moveTo(0);
    }

    /** When this reading, or the last one, began. */
    Instant begun() {
        return known.properties().instant(began).orElse(Instant.EPOCH);
    }

    /** The highest number that is done with. */
    long after() {
        return known.properties().number(after).orElse(0);
    }

    void moveTo(long number) {
        known.properties().number(after, OptionalLong.of(number));
    }

    void end() {
        known.properties().number(after, OptionalLong.empty());
    }

    /** How many pages to read in this poll, so that it ends in time. */
    long pages(Instant now) {
        Duration elapsed = Duration.between(known.properties().instant(began).orElse(now), now);
        long span = Math.max(1, period.dividedBy(PARTS).toMillis());
        long total = known.ids().size() / PAGE + 1;
        long wanted = elapsed.toMillis() >= span ? total : total * elapsed.toMillis() / span;
        return Math.max(PAGES_AT_LEAST, wanted - known.ids().count(0, after()) / PAGE);
    }
}
