package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What a run is asked to do.
 *
 * @param file to be read; empty for a sync that reads a CRM or a table, and if rejects are tried again
 * @param plan to be applied, in the mode of that name
 * @param again whether a file is read that was read before
 * @param approved whether the limits of the sync are passed over, once
 * @param waits whether to wait for a CRM that does not answer at the beginning
 * @param watcher sees how far it is
 */
public record RunRequest(
        Optional<Path> file,
        Mode mode,
        Optional<Path> plan,
        boolean again,
        boolean approved,
        boolean waits,
        RunWatcher watcher) {

    /** A file is read and written. */
    public static RunRequest run(Path file) {
        return new RunRequest(Optional.of(file), Mode.RUN, Optional.empty(), false, false, false, RunWatcher.NONE);
    }

    /** All records of the source are written. */
    public static RunRequest export() {
        return new RunRequest(Optional.empty(), Mode.RUN, Optional.empty(), false, false, false, RunWatcher.NONE);
    }

    /** The same at a time of the sync's cron, for which nobody waits. */
    public static RunRequest exportWaiting() {
        return export().waiting();
    }

    /**
     * A source is read, and nothing is written.
     *
     * @param file null if none was named, as for a sync that reads a CRM
     */
    public static RunRequest plan(Path file) {
        return new RunRequest(
                Optional.ofNullable(file), Mode.PLAN, Optional.empty(), true, false, false, RunWatcher.NONE);
    }

    /**
     * What a plan of a file holds is written.
     *
     * @param file null if none was named, as for a sync that reads a CRM
     */
    public static RunRequest apply(Path file, Path plan) {
        return new RunRequest(
                Optional.ofNullable(file), Mode.APPLY, Optional.of(plan), true, false, false, RunWatcher.NONE);
    }

    /**
     * Rejects are tried again.
     *
     * @param due only those whose time has come
     */
    public static RunRequest retry(boolean due) {
        return new RunRequest(
                Optional.empty(),
                due ? Mode.RETRY_DUE : Mode.RETRY,
                Optional.empty(),
                true,
                false,
                false,
                RunWatcher.NONE);
    }

    /**
     * To be called before a run begins.
     *
     * @throws CancellationException if no run is to begin any more, and this one would have waited
     * @throws RunRefusedException if none is, and this one is not to wait
     */
    public void requireOpen(SyncParts parts) {
        if (parts.isClosed()) {
            if (waits) {
                throw new CancellationException("It is done when the application, or the changed sync file, runs.");
            }
            throw new RunRefusedException(
                    "The sync is being changed, as its file was; give the command again in a few seconds.");
        }
    }

    /** @throws IllegalArgumentException if the sync has no such run */
    public void requireFits(SyncDefinition sync) {
        boolean crm = sync.to() instanceof Target.Crm;
        if (mode.isRetry() && areWhole(sync)) {
            throw new IllegalArgumentException("The files of the sync '" + sync.name()
                    + "' are written whole; 'sync run " + sync.name() + "' exports all records again.");
        }
        boolean approves = crm && mode == Mode.RUN && approved;
        if (sync.from() instanceof Source.Uri && !approves && !mode.isRetry()) {
            throw new IllegalArgumentException("The sync '" + sync.name()
                    + "' takes messages by itself while the application runs; there is no run of it to begin, but what its"
                    + " limits hold up passes by --approve.");
        }
        if (sync.from() instanceof Source.Crm from && from.cron().isEmpty() && !approves && !mode.isRetry()) {
            throw new IllegalArgumentException("The sync '" + sync.name()
                    + "' follows changes by itself while the application runs; there is no run of it to begin"
                    + (crm ? ", but what its limits hold up passes by --approve." : "."));
        }
        if (!(sync.from() instanceof Source.Files) && file.isPresent()) {
            throw new IllegalArgumentException(
                    "The sync '" + sync.name() + "' reads a CRM, and no file; leave out " + file.get() + ".");
        }
        if (sync.from() instanceof Source.Table && file.isPresent()) {
            throw new IllegalArgumentException(
                    "The sync '" + sync.name() + "' reads a table, and no file; leave out " + file.get() + ".");
        }
        if (sync.from() instanceof Source.Files && file.isEmpty() && !mode.isRetry()) {
            throw new IllegalArgumentException("The sync '" + sync.name() + "' reads files; name the one to read.");
        }
    }

    /** Whether its files each hold all records of a module at one time, so that none can be added. */
    private static boolean areWhole(SyncDefinition sync) {
        return sync.from() instanceof Source.Crm from
                && from.cron().isPresent()
                && sync.to() instanceof Target.Files files
                && files.span() != Target.Files.Span.RECORD;
    }

    /** The same for a file that was read before. */
    public RunRequest readAgain() {
        return new RunRequest(file, mode, plan, true, approved, waits, watcher);
    }

    /** The same without limits. */
    public RunRequest withoutLimits() {
        return new RunRequest(file, mode, plan, again, true, waits, watcher);
    }

    /** The same, waiting for a CRM that does not answer. */
    public RunRequest waiting() {
        return new RunRequest(file, mode, plan, again, approved, true, watcher);
    }

    /** The same, with a watcher that waits for its end. */
    public RunRequest watched(RunWatcher by) {
        return new RunRequest(file, mode, plan, again, approved, waits, by);
    }
}
