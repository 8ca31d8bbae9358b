package io.github.camelvtiger.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until it is advanced; whoever sleeps on it wakes when it has been advanced far enough. */
public final class ManualClock implements SimulatorClock {

    private Instant now;
    private final List<Instant> wakings = new ArrayList<>();

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
        wakings.add(end);
        try {
            while (now.isBefore(end)) {
                wait();
            }
        } finally {
            wakings.remove(end);
        }
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        notifyAll();
    }

    /** How many threads sleep now: lets a test wait until a save has come to its gap. */
    public synchronized int sleepers() {
        return wakings.size();
    }

    /** When the first of the threads that sleep now wakes; empty if none sleeps: lets a test ask how long something takes. */
    public synchronized Optional<Instant> nextWaking() {
        return wakings.stream().min(Comparator.naturalOrder());
    }
}
