package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that does not move until a test moves it. */
final class HandClock implements SimulatorClock {

    private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }
}
