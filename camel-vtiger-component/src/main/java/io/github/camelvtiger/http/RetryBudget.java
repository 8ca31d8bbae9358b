package io.github.camelvtiger.http;

/** How many repeats a connection may make: full at the start, one less by each repeat, slowly refilled by successes. */
public final class RetryBudget {

    private static final int TENTHS_OF_A_REPEAT = 10;

    private final int capacity;
    private int left;

    /** @param repeats how many may follow one another without a success */
    public RetryBudget(int repeats) {
        capacity = repeats * TENTHS_OF_A_REPEAT;
        left = capacity;
    }

    synchronized boolean take() {
        if (left < TENTHS_OF_A_REPEAT) {
            return false;
        }
        left -= TENTHS_OF_A_REPEAT;
        return true;
    }

    synchronized void succeeded() {
        left = Math.min(capacity, left + 1);
    }
}
