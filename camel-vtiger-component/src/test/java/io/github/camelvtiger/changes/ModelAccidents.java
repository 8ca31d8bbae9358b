package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.TransportException;
import java.time.Duration;
import java.util.Random;

/** What goes wrong in the polls of a model, and when. */
final class ModelAccidents {

    /** The process or the machine is gone, in the middle of whatever the feed does. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private Random random = new Random(0);
    private FeedAccident accident = FeedAccident.NONE;
    private int stepsToAccident;

    /** A poll begins. */
    void plan(FeedAccident planned, Random chance) {
        random = chance;
        accident = planned;
        stepsToAccident = random.nextInt(12);
    }

    /** Nothing goes wrong until the next poll. */
    void none() {
        accident = FeedAccident.NONE;
    }

    /** The one source of chance of the poll. */
    Random random() {
        return random;
    }

    boolean isOfTheMachine() {
        return accident == FeedAccident.MACHINE_DIES;
    }

    /** How far the date of an answer is off. */
    Duration lie() {
        if (accident != FeedAccident.DATES_LIE || random.nextInt(3) > 0) {
            return Duration.ZERO;
        }
        long seconds = random.nextBoolean() ? 12 + random.nextInt(200) : 1_000_000_000L;
        return Duration.ofSeconds(random.nextBoolean() ? seconds : -seconds);
    }

    boolean hidesError() {
        return accident == FeedAccident.SERVER_HIDES_ERRORS && random.nextInt(3) == 0;
    }

    boolean failsExchange() {
        return accident == FeedAccident.EXCHANGES_FAIL && random.nextInt(4) == 0;
    }

    /** A request has arrived. */
    void request() {
        dieOrNot();
        if (accident == FeedAccident.SERVER_FAILS && stepsToAccident-- == 0) {
            throw new TransportException("The model's server is down.", FailureContext.NONE);
        }
    }

    /** The store is about to write. */
    void write() {
        dieOrNot();
        if (accident == FeedAccident.STORE_FAILS && stepsToAccident-- == 0) {
            throw new CursorException("The model's store fails.");
        }
    }

    void dieOrNot() {
        boolean deadly = accident == FeedAccident.PROCESS_DIES || accident == FeedAccident.MACHINE_DIES;
        if (deadly && stepsToAccident-- == 0) {
            throw new Death();
        }
    }
}
