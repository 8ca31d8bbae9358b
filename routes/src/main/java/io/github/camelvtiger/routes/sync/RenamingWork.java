package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.rename.SyncRenaming;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.table.SyncTable;
import io.github.camelvtiger.routes.sync.table.TableDatabases;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a sync gets its new name: as soon as it is not at work, and what was interrupted at the next start, before the sync files are read. */
final class RenamingWork {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncRenaming renaming;
    private final SyncStore store;
    private final boolean feeds;
    private final boolean shared;

    /** @param feeds whether feeds run in this process */
    RenamingWork(SyncSettings settings, SyncStore store, TableDatabases databases, boolean feeds) {
        this.store = store;
        this.feeds = feeds;
        this.shared = settings.store().directory().isEmpty();
        this.renaming = new SyncRenaming(
                () -> SyncFiles.read(settings.files(), settings.placeholders()),
                store,
                settings.cursors(),
                (to, rename) -> SyncTable.rename(databases.of(to.source()), rename.from(), rename.to()),
                step -> LOG.debug("Renaming: {}", step));
    }

    /**
     * Gives a sync its new name, if it is not at work.
     *
     * @param free whether the sync is not in the context any more, and takes it out if that is possible now
     */
    SyncWork.Renamed rename(Rename rename, Predicate<Rename> free) {
        if (shared) {
            requireRest(rename);
        }
        List<Path> bySetting = renaming.waitingBySetting(rename);
        renaming.intend(rename);
        return free.test(rename)
                ? new SyncWork.Renamed(true, renaming.finish(rename), bySetting)
                : new SyncWork.Renamed(false, List.of(), bySetting);
    }

    /** It is not known which instances have a shared store open. */
    private void requireRest(Rename rename) {
        if (feeds) {
            throw new IllegalArgumentException(
                    "With store.url a sync is renamed while no instance runs; stop them all, call 'sync"
                            + " rename' on one host, and rename the sync file on the others.");
        }
        store.runs()
                .last(rename.from())
                .filter(run -> run.state() == Run.State.RUNNING)
                .ifPresent(run -> {
                    throw new IllegalArgumentException("The run " + run.id()
                            + " is under way, or its process was killed; stop all instances, and if none runs, start one so that"
                            + " it ends the run.");
                });
    }

    /**
     * Does what was decided, or is left of it.
     *
     * @param free whether a sync is not in the context any more, and takes it out if that is possible now
     */
    void finish(Predicate<Rename> free) {
        for (Rename rename : store.renames().open()) {
            try {
                if (shared) {
                    throw new IllegalStateException("it was interrupted on one host.");
                }
                if (free.test(rename)) {
                    renaming.finish(rename);
                    LOG.info("The sync {} is called {} now.", rename.from(), rename.to());
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "The sync {} is to be called {}, and does not run until it is: {} Call 'sync rename {} {}' again.",
                        rename.from(),
                        rename.to(),
                        e.getMessage(),
                        rename.from(),
                        rename.to());
            }
        }
    }

    /** The names of syncs that must not be put into the context, since their renaming has not come to its end. */
    Set<String> open() {
        Set<String> names = new HashSet<>();
        for (Rename rename : store.renames().open()) {
            names.add(rename.from());
            names.add(rename.to());
        }
        return names;
    }
}
