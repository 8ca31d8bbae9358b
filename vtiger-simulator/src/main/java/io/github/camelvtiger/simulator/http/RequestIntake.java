package io.github.camelvtiger.simulator.http;

/** How the requests of one server come in: the limits of each, and the memory that all share. */
public final class RequestIntake {

    private final RequestLimits limits;
    private final BodyMemory memory;

    RequestIntake(RequestLimits limits) {
        this.limits = limits;
        this.memory = new BodyMemory(limits.allBodies(), limits.complete());
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
}
