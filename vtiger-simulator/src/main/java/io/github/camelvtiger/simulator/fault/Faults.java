package io.github.camelvtiger.simulator.fault;

import io.github.camelvtiger.simulator.clock.ShiftableClock;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is to go wrong with a server, and when. May be used from any thread while the server runs. */
public final class Faults {

    private final SessionRegistry sessions;
    private final ShiftableClock clock;
    private final List<Armed> armed = new ArrayList<>();
    private final Map<String, List<Runnable>> hooks = new ConcurrentHashMap<>();

    public Faults(SessionRegistry sessions, ShiftableClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** All sessions are over at once: the next call of each gets {@code INVALID_SESSIONID}. */
    public void expireSessions() {
        sessions.expireAll();
    }

    /**
     * The next {@code calls} calls of any operation go wrong; what was armed before comes first.
     *
     * @throws IllegalArgumentException unless it is one call at least
     */
    public void failNext(int calls, Fault fault) {
        arm(calls, fault, "");
    }

    /**
     * The next {@code calls} calls of the operation (name in lower case; {@code ""} for any) go wrong.
     *
     * @throws IllegalArgumentException unless it is one call at least
     */
    public void failNext(int calls, Fault fault, String operation) {
        arm(calls, fault, operation);
    }

    /**
     * Sets the server's clock on by the duration, or back by a negative one.
     *
     * @throws IllegalArgumentException if the clock would show a time before 1970 or after 9998
     */
    public void shiftClock(Duration duration) {
        clock.shift(duration);
    }

    /** As {@link #shiftClock}; a clock that other shifts have brought to its end stays. */
    public void shiftClockIfAllowed(Duration duration) {
        if (clock.allows(duration)) {
            clock.shift(duration);
        }
    }

    /** Runs the action on the server's thread before each call of the operation (name in lower case; {@code ""} for any). */
    public void onCall(String operation, Runnable action) {
        hooks.computeIfAbsent(operation, name -> new CopyOnWriteArrayList<>()).add(action);
    }

    /** Nothing is armed any more, no action hangs on a call, the clock is right again. Sessions are left as they are. */
    public synchronized void clear() {
        armed.clear();
        hooks.clear();
        clock.reset();
    }

    /** To be asked once per call: runs its actions and takes the fault that is due. */
    public Optional<Fault> called(String operation) {
        hooks.getOrDefault("", List.of()).forEach(Runnable::run);
        if (!operation.isEmpty()) {
            hooks.getOrDefault(operation, List.of()).forEach(Runnable::run);
        }
        return take(operation);
    }

    private synchronized void arm(int calls, Fault fault, String operation) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls is " + calls + ": give 1 or more");
        }
        if (fault.kind() == Fault.Kind.CLOCK_SHIFT && !clock.allows(fault.duration())) {
            throw new IllegalArgumentException("the clock cannot be shifted by " + fault.duration());
        }
        armed.add(new Armed(fault, operation, calls));
    }

    private synchronized Optional<Fault> take(String operation) {
        for (ListIterator<Armed> each = armed.listIterator(); each.hasNext(); ) {
            Armed next = each.next();
            if (next.operation().isEmpty() || next.operation().equals(operation)) {
                if (next.calls() == 1) {
                    each.remove();
                } else {
                    each.set(new Armed(next.fault(), next.operation(), next.calls() - 1));
                }
                return Optional.of(next.fault());
            }
        }
        return Optional.empty();
    }

    /** @param calls that are still to go wrong */
    private record Armed(Fault fault, String operation, int calls) {}
}
