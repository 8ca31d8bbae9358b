package io.github.camelvtiger.benchmarks.suite;

/**
 * What feeds cost in which nothing happens.
 *
 * @param delayMillis between two polls of each
 * @param processor how much of one processor, from 0 to the number of processors
 * @param heapBytes in use after a collection
 */
record IdleCost(
        long feeds, long delayMillis, double processor, double requestsPerMinute, long heapBytes, int threads) {}
