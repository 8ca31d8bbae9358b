package io.github.camelvtiger.simulator.comparison;

import java.util.List;
import java.util.SplittableRandom;

/** What one step of a script is drawn from; the same seed and step draw the same. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed, int step) {
        random = new SplittableRandom(seed * 1_000_003 + step);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[below(values.length)];
    }
}
