package io.github.camelvtiger.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The sessions of one user. The server works on one request a session at a time, so a session is lent to one caller at a
 * time, and there are several. Logins run one after the other, because the server keeps one pending challenge a user
 * ({@code webservice.md §3}); everybody who waits meanwhile is served by the same new session, and another is opened only
 * when somebody waits and no login is on its way.
 */
public final class SessionPool {

    private final int maxSessions;
    private final Supplier<CompletableFuture<Session>> login;
    private final Deque<Session> idle = new ArrayDeque<>();
    private final Deque<CompletableFuture<Session>> waiting = new ArrayDeque<>();

    /** Those opened since the server last rejected one; older ones are not lent again. */
    private final Set<Session> trusted = new HashSet<>();

    /** Idle ones and those that are out, trusted or not. */
    private int open;

    private boolean loggingIn;

    public SessionPool(int maxSessions, Supplier<CompletableFuture<Session>> login) {
        this.maxSessions = maxSessions;
        this.login = login;
    }

    /** A session for the caller alone, to be given back by {@link #release} or {@link #discard}. */
    public CompletableFuture<Session> acquire() {
        CompletableFuture<Session> mine = new CompletableFuture<>();
        Session ready;
        boolean mustLogIn;
        synchronized (this) {
            ready = idle.pollFirst();
            if (ready == null) {
                waiting.addLast(mine);
            }
            mustLogIn = claimLogin();
        }
        if (ready != null) {
            mine.complete(ready);
        }
        if (mustLogIn) {
            logIn();
        }
        return mine;
    }

    /** The session has served and may serve others. */
    public void release(Session session) {
        CompletableFuture<Session> next;
        boolean mustLogIn = false;
        do {
            synchronized (this) {
                boolean mayServe = trusted.contains(session);
                next = mayServe ? waiting.pollFirst() : null;
                if (!mayServe) {
                    open--;
                    mustLogIn = claimLogin();
                } else if (next == null) {
                    // The one used last is the one least likely to have expired.
                    idle.addFirst(session);
                }
            }
            // Who has given up waiting does not take it.
        } while (next != null && !next.complete(session));
        if (mustLogIn) {
            logIn();
        }
    }

    /**
     * The server does not know the session any more. What was opened before will not be known either; a session opened
     * since then is not concerned.
     */
    public void discard(Session session) {
        boolean mustLogIn;
        synchronized (this) {
            open--;
            if (trusted.contains(session)) {
                trusted.clear();
                open -= idle.size();
                idle.clear();
            }
            mustLogIn = claimLogin();
        }
        if (mustLogIn) {
            logIn();
        }
    }

    private boolean claimLogin() {
        boolean claimed = !waiting.isEmpty() && !loggingIn && open < maxSessions;
        loggingIn |= claimed;
        return claimed;
    }

    private void logIn() {
        CompletableFuture<Session> begun;
        try {
            begun = login.get();
        } catch (RuntimeException failure) {
            begun = CompletableFuture.failedFuture(failure);
        }
        begun.whenComplete((session, failure) -> {
            if (failure == null) {
                synchronized (this) {
                    loggingIn = false;
                    open++;
                    trusted.add(session);
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
