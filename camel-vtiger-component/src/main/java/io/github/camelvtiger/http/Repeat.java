package io.github.camelvtiger.http;

import java.time.Duration;

/**
 * Whether an answer should be asked for again.
 *
 * @param wanted whether another attempt may be answered better
 * @param after how long the server asks to wait before it; null where it does not
 */
public record Repeat(boolean wanted, Duration after) {

    /** The answer is the one to go by. */
    public static final Repeat NO = new Repeat(false, null);

    /** @param after null where the server does not ask to wait */
    public static Repeat after(Duration after) {
        return new Repeat(true, after);
    }
}
