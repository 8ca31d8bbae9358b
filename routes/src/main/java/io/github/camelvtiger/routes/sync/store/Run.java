package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One run of a sync.
 *
 * @param id the sync's name and when the run began, such as {@code partner-leads-20261130-081500}
 * @param source what was read, such as a file's name
 * @param sourceSha256 of its bytes
 * @param syncSha256 of the sync file that held for the run
 * @param connection url and user of the CRM
 * @param position the number of the last row up to which everything is done
 * @param total how many rows the source has, if that is known
 * @param rejectsFile where the rejects of the run are as a file, if they are
 * @param message why the run failed or stopped; empty otherwise
 */
public record Run(
        String id,
        String sync,
        Kind kind,
        State state,
        String source,
        String sourceSha256,
        String syncSha256,
        String connection,
        Instant started,
        Optional<Instant> ended,
        long position,
        RunCounts counts,
        OptionalLong total,
        Optional<String> rejectsFile,
        Optional<String> message) {

    /** What makes a run finite. */
    public enum Kind {
        /** A file, a table or a full export. */
        RUN,
        /** An hour of a feed or stream. */
        FEED,
        /** What a feed writes whatever its limits: its first load, or what a person has approved. */
        LOAD,
        /** An undo of another run. */
        UNDO,
        /** Another try of rejects. */
        RETRY
    }

    /** How far a run is. */
    public enum State {
        /** At work, or its process was killed. */
        RUNNING,
        /** Read to the end; rows may have been rejected. */
        DONE,
        /** It could not go on; the next run of the same source continues it. */
        FAILED,
        /** A limit stopped it before its first write. */
        STOPPED,
        /** The application was stopped meanwhile; the next run of the same source continues it. */
        INTERRUPTED,
        /** It is older than runs are kept, and is being removed. */
        EXPIRED;

        /** Whether the next run of the same source continues it. */
        public boolean isResumed() {
            return this == RUNNING || this == INTERRUPTED || this == FAILED;
        }
    }
}
