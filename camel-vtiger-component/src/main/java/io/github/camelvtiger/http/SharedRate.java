package io.github.camelvtiger.http;

import io.github.camelvtiger.client.RateNumbers;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the requests of one user of a CRM go when it is their turn: spaced as each client asks, and as the server's headers
 * allow. Nobody sleeps: a turn that has not come is a future. The first who came goes first, but for those whose own
 * limits make them wait.
 */
public final class SharedRate {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRate.class);

    private final LongSupplier nanoTime;
    private final Waits waits;
    private final CallQuota quota = new CallQuota();
    private final LinkedList<Waiting> queue = new LinkedList<>();
    private boolean anySent;
    private long lastSent;
    private int underWay;
    private int mostAtOnce;
    private boolean waking;
    private long wakeAt;
    private long delayed;
    private long refused;

    private boolean serving;
    private boolean serveAgain;

    /** @param since when it came */
    private record Waiting(RateLimits limits, long since, CompletableFuture<Void> turn) {}

    /** @param nanoTime such as {@link System#nanoTime} */
    public SharedRate(LongSupplier nanoTime, Waits waits) {
        this.nanoTime = nanoTime;
        this.waits = waits;
    }

    /** Done when the caller may send; fails with a {@link NoAnswerException} when that takes too long, or when closed before. */
    CompletableFuture<Void> turn(RateLimits limits) {
        Waiting mine = new Waiting(limits, nanoTime.getAsLong(), new CompletableFuture<>());
        synchronized (this) {
            queue.addLast(mine);
            mostAtOnce = Math.max(mostAtOnce, limits.atOnce());
        }
        serve();
        if (!mine.turn().isDone()) {
            synchronized (this) {
                delayed++;
            }
        }
        return mine.turn();
    }

    /** What was sent when its turn came has ended. */
    void ended() {
        synchronized (this) {
            underWay--;
        }
        serve();
    }

    /** To be called before {@link #ended}, so that the answer's own call is not counted twice. */
    void answered(HttpHead head) {
        synchronized (this) {
            quota.answered(head, Math.max(0, underWay - 1), nanoTime.getAsLong());
        }
        serve();
    }

    public synchronized RateNumbers numbers() {
        return new RateNumbers(
                quota.minute().limit(),
                quota.minute().left(),
                quota.day().limit(),
                quota.day().left(),
                queue.size(),
                delayed,
                refused);
    }

    /** One thread at a time does it for all: requests that end at once must not pile up on the stack. */
    private void serve() {
        synchronized (this) {
            serveAgain = true;
            if (serving) {
                return;
            }
            serving = true;
        }
        while (mustServe()) {
            serveOnce();
        }
    }

    private synchronized boolean mustServe() {
        serving = serveAgain;
        serveAgain = false;
        return serving;
    }

    /** Lets go whose turn it is, and comes back when it is the next one's. */
    private void serveOnce() {
        List<Waiting> free = new ArrayList<>();
        List<Waiting> late = new ArrayList<>();
        long wait;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            wait = sort(now, free, late);
            // Compared by difference, as nanoTime wants it: it may overflow.
            if (wait == Long.MAX_VALUE || waking && wakeAt - (now + wait) <= 0) {
                wait = 0;
            } else {
                waking = true;
                wakeAt = now + wait;
            }
        }
        late.forEach(call -> call.turn().completeExceptionally(tooLate(call)));
        free.forEach(call -> call.turn().complete(null));
        if (wait > 0) {
            wakeAfter(wait);
        }
    }

    /** @return nanoseconds until the next turn; {@link Long#MAX_VALUE} when no time brings that about */
    private long sort(long now, List<Waiting> free, List<Waiting> late) {
        long shortest = Long.MAX_VALUE;
        for (Iterator<Waiting> calls = queue.iterator(); calls.hasNext(); ) {
            Waiting call = calls.next();
            long patience = call.limits().longestWait().toNanos() - (now - call.since());
            long untilFree = quota.untilFree(call.limits().dailyReserve(), now);
            if (untilFree == 0 && underWay >= mostAtOnce) {
                return shortest;
            }
            long wait = Math.max(pace(call, patience, now), untilFree);
            if (wait <= 0 && underWay < call.limits().atOnce()) {
                calls.remove();
                free.add(call);
                sent(call, now);
            } else if (untilFree > patience) {
                calls.remove();
                late.add(call);
                refused++;
            } else {
                shortest = wait <= 0 ? shortest : Math.min(shortest, wait);
            }
        }
        return shortest;
    }

    private void sent(Waiting call, long now) {
        anySent = true;
        lastSent = now;
        underWay++;
        quota.sent();
        long waited = TimeUnit.NANOSECONDS.toMillis(now - call.since());
        if (waited > 0) {
            LOG.debug("a request waited {} ms for its turn", waited);
        }
    }

    /** To spare the minute's calls is wise and not needed: nobody waits longer for that than he would for a call at all. */
    private long pace(Waiting call, long patience, long now) {
        if (!anySent) {
            return 0;
        }
        long since = now - lastSent;
        long sparing = Math.min(quota.spacing(now) - since, patience);
        return Math.max(call.limits().spacing() - since, sparing);
    }

    private void wakeAfter(long nanos) {
        waits.ofNanos(nanos).whenComplete((over, closed) -> {
            synchronized (this) {
                waking = false;
            }
            if (closed == null) {
                serve();
            } else {
                failAll(closed);
            }
        });
    }

    private void failAll(Throwable closed) {
        List<Waiting> left;
        synchronized (this) {
            left = List.copyOf(queue);
            queue.clear();
        }
        left.forEach(call -> call.turn().completeExceptionally(closed));
    }

    private NoAnswerException tooLate(Waiting call) {
        RateNumbers numbers = numbers();
        int reserve = call.limits().dailyReserve();
        boolean ofDay = numbers.dayLeft().isPresent() && numbers.dayLeft().getAsLong() <= reserve;
        return new NoAnswerException(
                ofDay
                        ? "the CRM takes no more calls today"
                                + (reserve == 0
                                        ? ""
                                        : " but the " + reserve
                                                + " that dailyReserve leaves to others; lower it, or wait")
                        : "the CRM's limit of calls is used up, and a turn will not come within maxRetryAfter",
                Reason.HELD_BACK,
                null);
    }
}
