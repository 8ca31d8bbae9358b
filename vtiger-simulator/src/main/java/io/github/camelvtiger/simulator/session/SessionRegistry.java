package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * All sessions that live. One that was not used for the idle time is gone without a trace, as PHP's session garbage
 * collection does it; any number of sessions per user live at once ({@code webservice.md §3}).
 */
public final class SessionRegistry {

    private static final int REMEMBERED = 1_000;

    private final SimulatorClock clock;
    private final Tokens tokens;
    private final Duration idle;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    /** Why sessions are over, the last of them; for the journal only. */
    private final Map<String, String> over = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final AtomicInteger ordinals = new AtomicInteger();

    public SessionRegistry(SimulatorClock clock, Tokens tokens, Duration idle) {
        this.clock = clock;
        this.tokens = tokens;
        this.idle = idle;
    }

    /** @param user who logged in, as he is at the moment of a call */
    public Session open(Supplier<CrmUser> user) {
        Session session = new Session(tokens.sessionName(), ordinals.incrementAndGet(), user, clock.now());
        sessions.put(session.name(), session);
        return session;
    }

    /** A session that PHP begins because a cookie names it, without a user. */
    public Session begin(String name) {
        Session session = new Session(name, ordinals.incrementAndGet(), () -> null, clock.now());
        sessions.put(name, session);
        return session;
    }

    /** The session that is used now; empty if it never was or is over. */
    public Optional<Session> use(String name) {
        Session session = sessions.get(name);
        Instant now = clock.now();
        if (session == null) {
            return Optional.empty();
        }
        if (session.lastUsed().plus(idle).isBefore(now)) {
            end(name, "was not used for " + idle.toSeconds() + " s, after which PHP forgets it");
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
        end(name, "was logged out");
    }

    public void expireAll() {
        sessions.keySet().forEach(name -> end(name, "was ended together with all others"));
    }

    /** Names the session by its number: its name is a secret. */
    public Explanation whyOver(String name) {
        return new Explanation(
                over.getOrDefault(name, "no session ever had this name"), "getchallenge and login again");
    }

    private void end(String name, String reason) {
        Session ended = sessions.remove(name);
        if (ended != null) {
            over.put(name, "session " + ended.ordinal() + " " + reason);
        }
    }

    /** As if no session had ever been: their numbers begin again. */
    public void reset() {
        sessions.clear();
        over.clear();
        ordinals.set(0);
    }
}
