package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.store.CrmUser;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A user who has logged in. Its lock is PHP's session lock: whoever serves a request of the session holds it
 * ({@code webservice.md §12}).
 */
public final class Session {

    private final String name;
    private final int ordinal;
    private final Supplier<CrmUser> user;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile Instant lastUsed;

    Session(String name, int ordinal, Supplier<CrmUser> user, Instant now) {
        this.name = name;
        this.ordinal = ordinal;
        this.user = user;
        this.lastUsed = now;
    }

    /** The secret that a client sends as {@code sessionName}. */
    public String name() {
        return name;
    }

    /** The sessions of a server are numbered from 1: a name for logs that is not a secret. */
    public int ordinal() {
        return ordinal;
    }

    /**
     * As he is now: what is changed about a user counts from his next call on.
     *
     * @return null if no user has logged in to it
     */
    public CrmUser user() {
        return user.get();
    }

    public ReentrantLock lock() {
        return lock;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void usedAt(Instant now) {
        lastUsed = now;
    }

    @Override
    public String toString() {
        return "session " + ordinal + " of " + user.get();
    }
}
