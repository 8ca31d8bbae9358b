package io.github.camelvtiger.simulator.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls of a server, in the order in which they were answered. */
public final class CallJournal {

    /** More than any test looks at; a server that runs for days must not grow. */
    private static final int KEPT = 10_000;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();

    public synchronized void add(RecordedCall call) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }
}
