package io.github.camelvtiger.simulator;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is advanced; whoever sleeps on it wakes when it has been advanced far enough. */
public final class ManualClock implements SimulatorClock {

    private Instant now;
    private int sleepers;

    public ManualClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        Instant end = now.plus(duration);
        sleepers++;
        try {
            while (now.isBefore(end)) {
                wait();
            }
        } finally {
            sleepers--;
        }
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        notifyAll();
    }

    /** How many threads sleep now: lets a test wait until a save has come to its gap. */
    public synchronized int sleepers() {
        return sleepers;
    }
}
