package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a run ended.
 *
 * @param id of the run, or of the plan
 * @param counts what became of the rows, or would become of them
 * @param plan the plan, if one was made or applied
 * @param rejects the file of the rejects, if one was written
 * @param message why it did not end well, or what else is to be known of it
 * @param brokeOffAfter of a file that breaks off in the middle, how many rows were taken
 */
public record RunReport(
        String id,
        String sync,
        Outcome outcome,
        RunCounts counts,
        Optional<Path> plan,
        Optional<Path> rejects,
        Optional<String> message,
        OptionalLong brokeOffAfter) {

    /** Of anything but a file that breaks off. */
    public RunReport(
            String id,
            String sync,
            Outcome outcome,
            RunCounts counts,
            Optional<Path> plan,
            Optional<Path> rejects,
            Optional<String> message) {
        this(id, sync, outcome, counts, plan, rejects, message, OptionalLong.empty());
    }

    /** The same with a file of its rejects. */
    RunReport withRejects(Path file) {
        return new RunReport(id, sync, outcome, counts, plan, Optional.of(file), message, brokeOffAfter);
    }

    /** The same with one more sentence. */
    RunReport saying(String sentence) {
        return new RunReport(
                id,
                sync,
                outcome,
                counts,
                plan,
                rejects,
                Optional.of(message.map(text -> text + " ").orElse("") + sentence),
                brokeOffAfter);
    }

    /**
     * What a person reads on the morning after.
     *
     * @param source what was read
     * @param ended empty if the run has not ended
     */
    public String summary(String source, Instant started, Optional<Instant> ended) {
        return source + ", " + id + ": " + this
                + ended.map(end -> "; took " + RoughTime.of(Duration.between(started, end)))
                        .orElse("");
    }

    /** One line, as the log and the commands say it. */
    @Override
    public String toString() {
        String what =
                switch (outcome) {
                    case PLANNED -> "planned, nothing written: " + counts;
                    case DONE -> counts.toString();
                    case APPROVED -> "approved";
                    case KNOWN -> "nothing to do";
                    case REFUSED -> "refused";
                    case STOPPED -> "stopped by a limit before its first write: " + counts;
                    case INTERRUPTED -> "interrupted after " + counts;
                    case FAILED -> "failed after " + counts;
                };
        return what
                + message.map(sentence -> "; " + sentence).orElse("")
                + rejects.map(file -> "; to be corrected and dropped again: " + file)
                        .orElse("");
    }

    /** How a run ends. */
    public enum Outcome {
        /** Nothing was written, as asked. */
        PLANNED,
        /** Read to the end; rows may have been rejected. */
        DONE,
        /** Nothing is read by it; the feed writes what waits, whatever its limits. */
        APPROVED,
        /** The same bytes were read before, so nothing was done. */
        KNOWN,
        /** Asked for something that cannot be done as it is, such as a plan that does not hold any more. */
        REFUSED,
        /** A limit stopped it before its first write. */
        STOPPED,
        /** The application stopped meanwhile; the next run of the same source continues it. */
        INTERRUPTED,
        /** The source, the sync file or the CRM did not let it go on. */
        FAILED
    }
}
