package io.github.camelvtiger.benchmarks.soak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long after the CRM's answer a record's last state had come.
 *
 * @param seconds ascending; less than nothing where the feed was faster than the answer
 */
record Lateness(List<Double> seconds) {

    /**
     * @param answered by id, the time of the answer
     * @param arrived by id, the time at which the last state came; empty where it never did
     */
    static Lateness of(Map<String, Long> answered, Function<String, Optional<Long>> arrived) {
        return new Lateness(answered.entrySet().stream()
                .flatMap(write -> arrived.apply(write.getKey()).stream().map(at -> (at - write.getValue()) / 1e9))
                .sorted()
                .toList());
    }

    @Override
    public String toString() {
        return seconds.isEmpty()
                ? "none"
                : String.format(
                        "p50 %.1f s, p99 %.1f s, longest %.1f s, of %,d",
                        at(0.5), at(0.99), seconds.get(seconds.size() - 1), seconds.size());
    }

    private double at(double share) {
        return seconds.get((int) Math.min(seconds.size() - 1L, Math.floor(share * seconds.size())));
    }
}
