package io.github.camelvtiger.simulator.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a save takes between writing {@code modifiedtime} and writing the fields. The server wraps no transaction
 * around a save, so readers see the new time with the old values ({@code change-feed.md §1}).
 */
@FunctionalInterface
public interface SaveGaps {

    /** Saves are atomic. */
    SaveGaps NONE = () -> Duration.ZERO;

    /** The gap of the save that begins now. */
    Duration next();

    /**
     * As on an undisturbed server: 20 to 90 ms. Counted from the whole second that {@code modifiedtime} shows, half of
     * the saves are then over within 0.6 s, all within 1.1 s.
     */
    static SaveGaps measured(RandomGenerator random) {
        return () -> Duration.ofMillis(random.nextInt(20, 91));
    }

    /**
     * A server under load: {@code percent} of the saves take up to {@code longest}, the others as {@link #measured}.
     *
     * @param percent 0 to 100
     */
    static SaveGaps slow(RandomGenerator random, int percent, Duration longest) {
        SaveGaps undisturbed = measured(random);
        return () -> random.nextInt(100) < percent
                ? Duration.ofMillis(Math.round(random.nextDouble() * longest.toMillis()))
                : undisturbed.next();
    }

    /**
     * @param text {@code none}, {@code measured} or {@code slow=PERCENT,SECONDS}
     * @throws IllegalArgumentException for anything else
     */
    static SaveGaps parse(String text, RandomGenerator random) {
        if (text.equals("none")) {
            return NONE;
        }
        if (text.equals("measured")) {
            return measured(random);
        }
        if (text.matches("slow=(\\d{1,2}|100),\\d{1,4}")) {
            String[] numbers = text.substring("slow=".length()).split(",");
            return slow(random, Integer.parseInt(numbers[0]), Duration.ofSeconds(Long.parseLong(numbers[1])));
        }
        throw new IllegalArgumentException(
                "save gaps are \"" + text + "\": give none, measured or slow=PERCENT,SECONDS, such as slow=5,11");
    }
}
