package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.Erasure;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.run.RunUndo;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The syncs of an application, as far as commands need them: open while a command works. */
public interface SyncWork extends AutoCloseable {

    /** Those without faults. */
    List<SyncDefinition> definitions();

    /** @throws IllegalArgumentException if there is no sync of that name without faults */
    default void require(String sync) {
        List<String> names = definitions().stream().map(SyncDefinition::name).toList();
        if (!names.contains(sync)) {
            throw new IllegalArgumentException("There is no sync '" + sync + "' without faults; there "
                    + (names.isEmpty()
                            ? "is none, and the log says why a sync file was refused."
                            : "are " + String.join(", ", names) + "."));
        }
    }

    /**
     * How far the feed of one module is.
     *
     * @param lagSeconds the age of the oldest change that is not delivered, as far as the feed knows; zero for none; empty if it does
     *     not run in this process
     * @param readUpTo the time of the CRM up to which it has looked; empty if it has not begun
     * @param loading whether it is still at the records that were there before it began
     * @param fault why its cursor cannot be read; empty if it can
     * @param verifiedUntil the time of the CRM until which the target is proven to have the module as it was; empty if it is not
     */
    record FeedState(
            String module,
            OptionalLong lagSeconds,
            Optional<Instant> readUpTo,
            boolean loading,
            Optional<String> fault,
            Optional<Instant> verifiedUntil) {}

    /** How far the feeds of a sync are; none for one that follows no changes. */
    List<FeedState> feeds(SyncDefinition sync);

    /** What a person should know of a sync that runs, such as what it leaves out; a sentence each. */
    List<String> notes(String sync);

    /** Runs a sync and waits for its end. */
    RunReport run(String sync, RunRequest request);

    /** The same, watched until then. */
    default RunReport run(String sync, RunRequest request, RunWatcher watcher) {
        try {
            return run(sync, request.watched(watcher));
        } finally {
            watcher.over();
        }
    }

    /**
     * Compares what the target of a sync has with its source.
     *
     * @param sample of how many records of each module, chosen at random; empty for all
     * @param repairs whether what differs is put right
     * @param each gets what came of each module
     * @throws IllegalArgumentException if there is no such sync, or its target cannot be read
     */
    void verify(String sync, OptionalInt sample, boolean repairs, RunWatcher watcher, Consumer<VerifiedModule> each);

    /** Until when the target of a sync is proven to be as its CRM was; empty if it is not. */
    Optional<Instant> verifiedUntil(SyncDefinition sync);

    /**
     * What a run wrote, to be taken back.
     *
     * @param record only what was written to this record; empty: everything
     * @throws IllegalArgumentException if there is no such run, or it wrote to another CRM
     */
    RunUndo undo(String run, Optional<String> record);

    SyncStore store();

    /**
     * Erases what is kept of a record, or of all records and rows that hold a value.
     *
     * @param dry nothing is erased
     * @throws IOException if a file cannot be deleted or written
     */
    Erasure.Report forget(String what, boolean dry) throws IOException;

    /**
     * What became of a request to rename a sync.
     *
     * @param done false if it is done as soon as the run of the sync is over
     * @param files the sync files that were changed
     * @param waitingBySetting those that wait for the sync by a setting that names it
     */
    record Renamed(boolean done, List<Path> files, List<Path> waitingBySetting) {}

    /**
     * Gives a sync another name.
     *
     * @throws IllegalArgumentException if there is no such sync, or the name is taken
     */
    Renamed rename(Rename rename);

    @Override
    void close();

    /** The same, which something else closes. */
    default SyncWork closedBy(Runnable closing) {
        SyncWork work = this;
        return new SyncWork() {
            @Override
            public List<SyncDefinition> definitions() {
                return work.definitions();
            }

            @Override
            public List<FeedState> feeds(SyncDefinition sync) {
                return work.feeds(sync);
            }

            @Override
            public List<String> notes(String sync) {
                return work.notes(sync);
            }

            @Override
            public RunReport run(String sync, RunRequest request) {
                return work.run(sync, request);
            }

            @Override
            public void verify(
                    String sync,
                    OptionalInt sample,
                    boolean repairs,
                    RunWatcher watcher,
                    Consumer<VerifiedModule> each) {
                work.verify(sync, sample, repairs, watcher, each);
            }

            @Override
            public Optional<Instant> verifiedUntil(SyncDefinition sync) {
                return work.verifiedUntil(sync);
            }

            @Override
            public RunUndo undo(String run, Optional<String> record) {
                return work.undo(run, record);
            }

            @Override
            public SyncStore store() {
                return work.store();
            }

            @Override
            public Erasure.Report forget(String what, boolean dry) throws IOException {
                return work.forget(what, dry);
            }

            @Override
            public Renamed rename(Rename rename) {
                return work.rename(rename);
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }

    /** Opens the syncs for a command. */
    interface Opening {

        /** @throws RuntimeException with one sentence if the store, the settings or the sync files do not allow it */
        SyncWork open();
    }
}
