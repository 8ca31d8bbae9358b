package io.github.camelvtiger.simulator.clock;

import java.time.Duration;
import java.time.Instant;

/** A clock that can be set forward or back while it runs, as an administrator does with a server's clock. */
public final class ShiftableClock implements SimulatorClock {

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration WIDEST = Duration.between(EARLIEST, LATEST);

    private final SimulatorClock clock;
    private volatile Duration shift = Duration.ZERO;

    public ShiftableClock(SimulatorClock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.now().plus(shift);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        clock.sleep(duration);
    }

    /**
     * Shifts on from the time it shows; negative sets it back.
     *
     * @throws IllegalArgumentException if it would show a time that neither HTTP nor the database can write
     */
    public synchronized void shift(Duration by) {
        if (!allows(by)) {
            throw new IllegalArgumentException("the clock shows " + now() + " and cannot be shifted by " + by
                    + ": it goes from " + EARLIEST + " to " + LATEST);
        }
        shift = shift.plus(by);
    }

    /** Whether the clock can be shifted so far. */
    public synchronized boolean allows(Duration by) {
        boolean absurd = by.abs().compareTo(WIDEST) > 0;
        return !absurd && !now().plus(by).isBefore(EARLIEST) && !now().plus(by).isAfter(LATEST);
    }

    /** Back to the time of the clock below. */
    public synchronized void reset() {
        shift = Duration.ZERO;
    }
}
