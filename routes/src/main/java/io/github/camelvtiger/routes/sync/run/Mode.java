package io.github.camelvtiger.routes.sync.run;

/** What a run is to do. */
public enum Mode {
    /** Find out what would be written, and write nothing. */
    PLAN,
    /** Write; if the sync has limits, find out first what would be written. */
    RUN,
    /** Write what a plan holds, and nothing else. */
    APPLY,
    /** Write the rejects that are open, as if they were read again. */
    RETRY,
    /** The same with those whose time has come. */
    RETRY_DUE;

    /** Whether rejects are tried again. */
    public boolean isRetry() {
        return this == RETRY || this == RETRY_DUE;
    }
}
