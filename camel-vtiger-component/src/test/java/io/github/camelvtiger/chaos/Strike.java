package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A misfortune that befalls one call of a run.
 *
 * @param calls how many calls of a run it befalls in the normal build, each in a run of its own
 */
record Strike(String name, int calls, Consumer<Faults> blow) {

    /** The client has to wait for its response timeout before it knows. */
    private static final int FEW = 3;

    private static final int SOME = 4;
    private static final int EVERY = Integer.MAX_VALUE;

    /** Longer than the response timeout of every scenario. */
    private static final Duration TOO_LONG = Duration.ofMillis(2_500);

    static List<Strike> all() {
        return List.of(
                new Strike("all sessions expire", EVERY, Faults::expireSessions),
                failing("HTTP 500 without a body", Fault.HTTP_500_EMPTY),
                failing("HTTP 200 without a body", Fault.EMPTY_BODY_200),
                failing("a page of HTML", Fault.HTML),
                failing("a notice before the JSON", Fault.NOTICE_BEFORE_JSON),
                failing("cut before the effect", Fault.CUT_BEFORE_EFFECT),
                failing("cut after the effect", Fault.CUT_AFTER_EFFECT),
                new Strike("answered too late", FEW, faults -> faults.failNext(1, Fault.delay(TOO_LONG))),
                new Strike("half a body, then silence", FEW, faults -> faults.failNext(1, Fault.stallBody(TOO_LONG))));
    }

    private static Strike failing(String name, Fault fault) {
        return new Strike(name, SOME, faults -> faults.failNext(1, fault));
    }

    /**
     * Lets it befall the call with this number, counted from now and from 1. The number is how many calls there were at
     * all, struck or not.
     */
    AtomicInteger arm(Faults faults, int call) {
        AtomicInteger calls = new AtomicInteger();
        faults.onCall("", () -> {
            if (calls.incrementAndGet() == call) {
                blow.accept(faults);
            }
        });
        return calls;
    }
}
