package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.SimulatorClock;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All sessions that live. One that was not used for the idle time is gone without a trace, as PHP's session garbage
 * collection does it; any number of sessions per user live at once ({@code webservice.md §3}).
 */
public final class SessionRegistry {

    private final SimulatorClock clock;
    private final Tokens tokens;
    private final Duration idle;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger ordinals = new AtomicInteger();

    public SessionRegistry(SimulatorClock clock, Tokens tokens, Duration idle) {
        this.clock = clock;
        this.tokens = tokens;
        this.idle = idle;
    }

    public Session open(CrmUser user) {
        Session session = new Session(tokens.sessionName(), ordinals.incrementAndGet(), user, clock.now());
        sessions.put(session.name(), session);
        return session;
    }

    /** The session that is used now; empty where it never was or is over. */
    public Optional<Session> use(String name) {
        Session session = sessions.get(name);
        Instant now = clock.now();
        if (session == null) {
            return Optional.empty();
        }
        if (session.lastUsed().plus(idle).isBefore(now)) {
            sessions.remove(name);
            return Optional.empty();
        }
        session.usedAt(now);
        return Optional.of(session);
    }

    /** @return 0 for a session that does not live */
    public int ordinal(String name) {
        Session session = sessions.get(name);
        return session == null ? 0 : session.ordinal();
    }

    /** From now on it is as if the session had never been. */
    void end(String name) {
        sessions.remove(name);
    }

    public void expireAll() {
        sessions.clear();
    }

    /** As if no session had ever been: their numbers begin anew. */
    public void reset() {
        sessions.clear();
        ordinals.set(0);
    }
}
