package io.github.camelvtiger.benchmarks;

import java.util.Arrays;
import java.util.List;

public final class Median {

    private Median() {}

    /** @param values at least one */
    public static double of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
