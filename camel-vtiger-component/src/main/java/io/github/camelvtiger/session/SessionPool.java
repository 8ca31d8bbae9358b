package io.github.camelvtiger.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The sessions of one user. The server works on one request a session at a time, so a session is lent to one caller at a
 * time, and there are several. Logins run one after the other, because the server keeps one pending challenge a user
 * ({@code webservice.md §3}); everybody who waits meanwhile is served by the same new session, and another is opened only
 * when somebody comes, finds none idle and no login on its way.
 */
public final class SessionPool {

    private final int maxSessions;
    private final Supplier<CompletableFuture<Session>> login;
    private final Deque<Session> idle = new ArrayDeque<>();
    private final Deque<CompletableFuture<Session>> waiting = new ArrayDeque<>();
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
        boolean mustLogIn = false;
        synchronized (this) {
            ready = idle.pollFirst();
            if (ready == null) {
                waiting.addLast(mine);
                mustLogIn = !loggingIn && open < maxSessions;
                loggingIn |= mustLogIn;
            }
        }
        if (ready != null) {
            mine.complete(ready);
        } else if (mustLogIn) {
            logIn();
        }
        return mine;
    }

    /** The session has served and may serve others. */
    public void release(Session session) {
        CompletableFuture<Session> next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                // The one used last is the one least likely to have expired.
                idle.addFirst(session);
            }
        }
        if (next != null) {
            next.complete(session);
        }
    }

    /** The server does not know the session any more; what lies idle is older and will not be known either. */
    public void discard(Session session) {
        boolean mustLogIn;
        synchronized (this) {
            open -= 1 + idle.size();
            idle.clear();
            mustLogIn = !waiting.isEmpty() && !loggingIn && open == 0;
            loggingIn |= mustLogIn;
        }
        if (mustLogIn) {
            logIn();
        }
    }

    private void logIn() {
        login.get().whenComplete((session, failure) -> {
            if (failure == null) {
                synchronized (this) {
                    loggingIn = false;
                    open++;
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
