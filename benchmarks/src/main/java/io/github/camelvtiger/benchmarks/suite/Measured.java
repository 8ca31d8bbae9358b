package io.github.camelvtiger.benchmarks.suite;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.camelvtiger.benchmarks.Median;
import java.util.List;

/**
 * What a process found out about its work.
 *
 * @param records of each round
 * @param seconds of each round that counts
 * @param processorSeconds of the whole process, its start and all its rounds included, also those that warm up
 * @param allRecords of all rounds
 * @param heapBytes the sum of what each part of the heap held at most
 * @param requests of all rounds; -1 if they were not counted
 */
record Measured(
        long records, List<Double> seconds, double processorSeconds, long allRecords, long heapBytes, long requests) {

    /** Of the round in the middle. */
    @JsonIgnore
    double rate() {
        return records / Median.of(seconds);
    }

    /** Seconds of a processor for 1,000 records. */
    @JsonIgnore
    double processorPerThousand() {
        return processorSeconds * 1000 / allRecords;
    }
}
