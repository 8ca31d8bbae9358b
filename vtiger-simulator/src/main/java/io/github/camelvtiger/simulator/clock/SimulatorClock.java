package io.github.camelvtiger.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The server's clock: stamps {@code modifiedtime} and the {@code Date} header, and is slept on by slow saves. */
public interface SimulatorClock {

    Instant now();

    void sleep(Duration duration) throws InterruptedException;

    SimulatorClock SYSTEM = new SimulatorClock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    };
}
