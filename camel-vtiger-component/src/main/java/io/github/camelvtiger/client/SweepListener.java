package io.github.camelvtiger.client;

/**
 * Gets what a sweep of a feed reads (option {@code sweepPeriod}), to compare it with a copy at no further request. It is called on the
 * thread of the poll, which waits for it; what it throws is logged, and the sweep goes on.
 */
@FunctionalInterface
public interface SweepListener {

    /**
     * A page was read, and what had changed in it has been delivered. The pages of a sweep come in the order of the ids, also over
     * polls and restarts: each begins {@linkplain SweptPage#after() after} the end of the one before it. A page of another
     * {@linkplain SweptPage#begun() sweep}, or one that begins elsewhere, means that the former sweep was cut short, or that a page was missed.
     */
    void swept(SweptPage page);
}
