package io.github.camelvtiger.simulator.clock;

import java.time.Duration;
import java.time.Instant;

/** A clock that can be set forward or back while it runs, as somebody does with a server's clock. */
public final class ShiftableClock implements SimulatorClock {

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

    /** Shifts on from where the clock stands; negative sets it back. */
    public synchronized void shift(Duration by) {
        shift = shift.plus(by);
    }

    /** Back to the time of the clock below. */
    public synchronized void reset() {
        shift = Duration.ZERO;
    }
}
