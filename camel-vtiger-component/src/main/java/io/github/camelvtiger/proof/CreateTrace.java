package io.github.camelvtiger.proof;

import java.util.Locale;
import java.util.UUID;

/**
 * What is remembered of one create over its repetitions: the mark that its record carries, and since when it is not
 * known whether a record of that mark exists. Whoever creates again with the same trace never makes a second record.
 */
public final class CreateTrace {

    private final String mark;
    private volatile boolean doubtful;
    private volatile long since;

    private CreateTrace(String mark) {
        this.mark = mark;
    }

    /** With a mark that no other record has. */
    public static CreateTrace begin() {
        // As the server stores it: in upper case, at most 100 characters (change-feed.md §6).
        return new CreateTrace("CAMEL-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
    }

    String mark() {
        return mark;
    }

    /** Whether a create with this mark was sent whose outcome is not known. */
    public boolean isDoubtful() {
        return doubtful;
    }

    long since() {
        return since;
    }

    void doubt(long nanos) {
        since = nanos;
        doubtful = true;
    }
}
