package io.github.camelvtiger.simulator.fault;

import java.time.Duration;

/**
 * A way for one call to go wrong.
 *
 * @param duration of a delay, a stall (both in real time, whatever the server's clock is) or a shift of the clock; zero
 *     for the other kinds
 */
public record Fault(Kind kind, Duration duration) {

    /** Longer than any client waits. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws IllegalArgumentException for a delay or a stall that is negative or longer than an hour */
    public Fault {
        boolean waits = kind == Kind.DELAY || kind == Kind.STALL_BODY;
        if (waits && (duration.isNegative() || duration.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "the duration of " + kind + " is " + duration + ": give one from PT0S to " + LONGEST);
        }
    }

    /** HTTP 500 with an empty body; the call has no effect. */
    public static final Fault HTTP_500_EMPTY = of(Kind.HTTP_500_EMPTY);

    /** HTTP 200 with an empty body; the call has no effect. */
    public static final Fault EMPTY_BODY_200 = of(Kind.EMPTY_BODY_200);

    /** HTTP 200 and success with no rows, as a query gets whose SQL the database fails at; the call has no effect. */
    public static final Fault HIDDEN_SQL_ERROR = of(Kind.HIDDEN_SQL_ERROR);

    /** HTTP 200 with a page of HTML; the call has no effect. */
    public static final Fault HTML = of(Kind.HTML);

    /** The call is done; a PHP notice precedes the JSON of the answer. */
    public static final Fault NOTICE_BEFORE_JSON = of(Kind.NOTICE_BEFORE_JSON);

    /** The connection is closed without an answer; the call has no effect. */
    public static final Fault CUT_BEFORE_EFFECT = of(Kind.CUT_BEFORE_EFFECT);

    /** The call is done, the connection is closed without an answer. */
    public static final Fault CUT_AFTER_EFFECT = of(Kind.CUT_AFTER_EFFECT);

    /** The call is done, but starts late. */
    public static Fault delay(Duration duration) {
        return new Fault(Kind.DELAY, duration);
    }

    /** The call is done; headers and half of the body come, then nothing for the duration, then the rest. */
    public static Fault stallBody(Duration duration) {
        return new Fault(Kind.STALL_BODY, duration);
    }

    /** The server's clock is shifted before the call is done, and stays so. */
    public static Fault clockShift(Duration duration) {
        return new Fault(Kind.CLOCK_SHIFT, duration);
    }

    private static Fault of(Kind kind) {
        return new Fault(kind, Duration.ZERO);
    }

    /** The kinds by the names that the control API takes. */
    public enum Kind {
        HTTP_500_EMPTY,
        EMPTY_BODY_200,
        HIDDEN_SQL_ERROR,
        HTML,
        NOTICE_BEFORE_JSON,
        CUT_BEFORE_EFFECT,
        CUT_AFTER_EFFECT,
        DELAY,
        STALL_BODY,
        CLOCK_SHIFT
    }
}
