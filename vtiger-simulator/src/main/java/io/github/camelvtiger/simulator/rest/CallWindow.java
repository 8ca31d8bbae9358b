package io.github.camelvtiger.simulator.rest;

import java.time.Instant;

/** Counts the calls of the minute, hour or day it is: these begin as the clock says, in UTC. Not safe for threads. */
final class CallWindow {

    private final long seconds;
    private long current;
    private int used;

    /** @param seconds length of the window */
    CallWindow(long seconds) {
        this.seconds = seconds;
    }

    /** Calls so far in the window that the time is in. */
    int used(Instant now) {
        long window = Math.floorDiv(now.getEpochSecond(), seconds);
        if (window != current) {
            current = window;
            used = 0;
        }
        return used;
    }

    void count(Instant now) {
        used = used(now) + 1;
    }

    /** When the next window begins, in seconds since 1970. */
    long reset(Instant now) {
        return (Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds;
    }
}
