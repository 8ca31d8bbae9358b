package io.github.camelvtiger.routes;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the hand-written routes have done since the start, counted; safe for many threads. */
public final class Tally {

    /** The kinds of work that are counted. */
    public enum Work {
        RECORDS_EXPORTED,
        TICKETS_WRITTEN,
        TICKETS_DEAD
    }

    private final Map<Work, LongAdder> counts = new EnumMap<>(Work.class);

    public Tally() {
        for (Work work : Work.values()) {
            counts.put(work, new LongAdder());
        }
    }

    public void add(Work work, long number) {
        counts.get(work).add(number);
    }

    public long of(Work work) {
        return counts.get(work).sum();
    }
}
