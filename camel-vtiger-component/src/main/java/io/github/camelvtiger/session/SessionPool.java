package io.github.camelvtiger.session;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.SessionNumbers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The sessions of one user. The server works on one request a session at a time, so a session is lent to one caller at a
 * time, and there are several. Logins run one after the other, because the server keeps one pending challenge a user
 * ({@code webservice.md §3}); everybody who waits meanwhile is served by the same new session, and another is opened only
 * when a caller waits and no login is on its way.
 */
public final class SessionPool {

    private final int maxSessions;
    private final Supplier<CompletableFuture<Session>> login;
    private final LongSupplier nanoTime;
    private final Deque<Session> idle = new ArrayDeque<>();
    private final Deque<CompletableFuture<Session>> waiting = new ArrayDeque<>();

    /** Those opened since the server last rejected one, and when each last served; older ones are not lent again. */
    private final Map<Session, Long> trusted = new HashMap<>();

    /** Idle ones and those that are out, trusted or not. */
    private int open;

    private int lost;
    private Duration shortestLoss;

    private boolean loggingIn;
    private boolean handingOver;

    public SessionPool(int maxSessions, Supplier<CompletableFuture<Session>> login, LongSupplier nanoTime) {
        this.maxSessions = maxSessions;
        this.login = login;
        this.nanoTime = nanoTime;
    }

    public synchronized SessionNumbers numbers() {
        return new SessionNumbers(open, open - idle.size(), waiting.size(), lost, shortestLoss);
    }

    /** A session for the caller alone, to be given back by {@link #release} or {@link #discard}. */
    public CompletableFuture<Session> acquire() {
        CompletableFuture<Session> mine = new CompletableFuture<>();
        synchronized (this) {
            waiting.addLast(mine);
        }
        serve();
        return mine;
    }

    /** The session has served and may serve others. */
    public void release(Session session) {
        boolean mayServe;
        synchronized (this) {
            mayServe = trusted.replace(session, nanoTime.getAsLong()) != null;
            if (mayServe) {
                // The one used last is the one least likely to have expired.
                idle.addFirst(session);
            } else {
                open--;
            }
        }
        if (mayServe) {
            handOver();
        } else {
            serve();
        }
    }

    /** Serves who waits, by a new session where no idle one is left. */
    private void serve() {
        handOver();
        boolean mustLogIn;
        synchronized (this) {
            mustLogIn = claimLogin();
        }
        if (mustLogIn) {
            logIn();
        }
    }

    /**
     * Gives idle sessions to those who wait, in order. One thread at a time does it for all: whoever is served may give
     * the session back at once, and a thousand who do must not pile up on the stack.
     */
    private void handOver() {
        synchronized (this) {
            if (handingOver) {
                return;
            }
            handingOver = true;
        }
        while (true) {
            CompletableFuture<Session> next;
            Session session;
            synchronized (this) {
                if (waiting.isEmpty() || idle.isEmpty()) {
                    handingOver = false;
                    return;
                }
                next = waiting.pollFirst();
                session = idle.pollFirst();
            }
            if (!next.complete(session)) {
                // Who has given up waiting does not take it.
                synchronized (this) {
                    idle.addFirst(session);
                }
            }
        }
    }

    /**
     * The server does not know the session any more. What was opened before will not be known either; a session opened
     * since then is not concerned.
     */
    public void discard(Session session) {
        synchronized (this) {
            open--;
            Long served = trusted.get(session);
            if (served != null) {
                countLoss(Duration.ofNanos(nanoTime.getAsLong() - served));
                trusted.clear();
                open -= idle.size();
                idle.clear();
            }
        }
        serve();
    }

    private void countLoss(Duration unused) {
        lost++;
        shortestLoss = shortestLoss == null || unused.compareTo(shortestLoss) < 0 ? unused : shortestLoss;
    }

    private boolean claimLogin() {
        boolean claimed = !waiting.isEmpty() && idle.isEmpty() && !loggingIn && open < maxSessions;
        loggingIn |= claimed;
        return claimed;
    }

    private void logIn() {
        Futures.attempt(login).whenComplete((session, failure) -> {
            if (failure == null) {
                synchronized (this) {
                    loggingIn = false;
                    open++;
                    trusted.put(session, nanoTime.getAsLong());
                }
                release(session);
            } else {
                failWaiting(failure);
            }
        });
    }

    /** Those who wait may still be served by sessions that are out; where there are none, they have failed. */
    private void failWaiting(Throwable failure) {
        List<CompletableFuture<Session>> failed = new ArrayList<>();
        synchronized (this) {
            loggingIn = false;
            if (open == 0) {
                failed.addAll(waiting);
                waiting.clear();
            }
        }
        failed.forEach(waiter -> waiter.completeExceptionally(failure));
    }
}
