package io.github.camelvtiger.simulator.http;

import java.time.Duration;

/** What the requests of one server share: their limits, memory for their bodies, and stalls that end with the server. */
public final class RequestIntake {

    /** Short, because those that wait hold the first parts of their bodies, which others wait for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RequestLimits limits;
    private final BodyMemory memory;
    private final Stalls stalls = new Stalls();

    RequestIntake(RequestLimits limits) {
        this.limits = limits;
        this.memory = new BodyMemory(limits.allBodies(), PATIENCE);
    }

    /** With limits that the heap can bear. */
    public static RequestIntake ofHeap() {
        return new RequestIntake(RequestLimits.ofHeap());
    }

    RequestLimits limits() {
        return limits;
    }

    BodyMemory memory() {
        return memory;
    }

    Stalls stalls() {
        return stalls;
    }
}
