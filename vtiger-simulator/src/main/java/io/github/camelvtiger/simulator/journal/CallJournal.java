package io.github.camelvtiger.simulator.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls of a server, in the order in which they were answered. */
public final class CallJournal {

    /** More than any test looks at; a server that runs for days must not grow. */
    private static final int KEPT = 10_000;

    private static final int SHARE_OF_HEAP = 32;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final long mostCharacters;
    private long characters;

    public CallJournal() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param mostCharacters of parameters that are kept; the last call always is */
    CallJournal(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    public synchronized void add(RecordedCall call) {
        calls.addLast(call);
        characters += call.characters();
        while (calls.size() > KEPT || calls.size() > 1 && characters > mostCharacters) {
            characters -= calls.removeFirst().characters();
        }
    }

    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
        characters = 0;
    }
}
