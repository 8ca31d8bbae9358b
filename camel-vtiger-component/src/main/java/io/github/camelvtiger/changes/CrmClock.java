package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;

/** The CRM's time as far as a feed may rely on it: asked for where it is not known, else extended from the last answer. */
final class CrmClock {

    /** A challenge of the session's login will do as the second source of the time if both agree. */
    private static final Duration OLD_CHALLENGE = Duration.ofMinutes(10);

    private final ChangeSource source;
    private final ServerClock clock;

    CrmClock(ChangeSource source, ServerClock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A lower bound of the CRM's time. The first one of a process needs two sources that agree. */
    Instant now() {
        if (!clock.isKnown()) {
            meet();
        }
        return clock.lowerBound();
    }

    private void meet() {
        long sentAt = clock.nanos();
        Instant date = dated(source.serverTime());
        Instant challenge = source.challengeTime(OLD_CHALLENGE);
        if (!agree(date, challenge, sentAt)) {
            challenge = source.challengeTime(Duration.ZERO);
        }
        if (!agree(date, challenge, sentAt)) {
            throw new ServerFailureException(
                    "The Date header of the CRM's answer says " + date + ", but by its challenge it is " + challenge
                            + "; the feed begins when both agree. Correct the clock of the web server or of a proxy before it.",
                    FailureContext.NONE);
        }
        clock.answered(date, sentAt);
    }

    private boolean agree(Instant date, Instant challenge, long sentAt) {
        Duration taken = Duration.ofNanos(clock.nanos() - sentAt);
        return Duration.between(date, challenge).abs().compareTo(ServerClock.NEAR.plus(taken)) <= 0;
    }

    /** What the answers to the feed's queries say of it. */
    ServerClock answers() {
        return clock;
    }

    /** What the CRM's clock shows in one more answer, which need not be true. */
    TimeSeen look() {
        Instant date = dated(source.serverTime());
        return new TimeSeen(date, clock.nanos());
    }

    /** @param at by a monotonic clock */
    record TimeSeen(Instant date, long at) {}

    /** Takes a date for the CRM's time although it was not expected. */
    void believe(TimeSeen seen) {
        clock.answered(seen.date(), seen.at());
    }

    static Instant dated(Instant serverTime) {
        if (serverTime == null) {
            throw new ServerFailureException(
                    "The CRM's answer has no Date header, by which the feed knows how far it may read; no proxy may remove it.",
                    FailureContext.NONE);
        }
        return serverTime;
    }
}
