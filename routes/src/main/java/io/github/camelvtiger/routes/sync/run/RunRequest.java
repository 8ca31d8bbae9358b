package io.github.camelvtiger.routes.sync.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param file to be read; null for a full export
 * @param plan to be applied, in the mode of that name
 * @param again whether a file is read that was read before
 * @param approved whether the limits of the sync are passed over, once
 * @param waits whether to wait for a CRM that does not answer at the beginning
 */
public record RunRequest(Path file, Mode mode, Optional<Path> plan, boolean again, boolean approved, boolean waits) {

    /** A file is read and written. */
    public static RunRequest run(Path file) {
        return new RunRequest(file, Mode.RUN, Optional.empty(), false, false, false);
    }

    /** All records of the source are written into files. */
    public static RunRequest export() {
        return run(null);
    }

    /** The same at a time of the sync's cron, for which nobody waits. */
    public static RunRequest exportWaiting() {
        return export().waiting();
    }

    /** A file is read, and nothing is written. */
    public static RunRequest plan(Path file) {
        return new RunRequest(file, Mode.PLAN, Optional.empty(), true, false, false);
    }

    /** What a plan of a file holds is written. */
    public static RunRequest apply(Path file, Path plan) {
        return new RunRequest(file, Mode.APPLY, Optional.of(plan), true, false, false);
    }

    /** The same for a file that was read before. */
    public RunRequest readAgain() {
        return new RunRequest(file, mode, plan, true, approved, waits);
    }

    /** The same without limits. */
    public RunRequest withoutLimits() {
        return new RunRequest(file, mode, plan, again, true, waits);
    }

    /** The same, waiting for a CRM that does not answer. */
    public RunRequest waiting() {
        return new RunRequest(file, mode, plan, again, approved, true);
    }
}
