package io.github.camelvtiger.routes.sync.rename;

import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFileText;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.store.Renames.Text;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives a sync another name, with all that is known by its name: the cursors of its feeds, how far its tables are, its runs, rejects and
 * links in the store, and its file. The intention is kept first and each step may be done again, so one that was interrupted loses nothing.
 */
public final class SyncRenaming {

    private final Supplier<SyncFiles> files;
    private final SyncStore store;
    private final SyncCursors cursors;
    private final BiConsumer<Target.Table, Rename> tables;
    private final Consumer<String> steps;

    /**
     * @param files reads the sync files as they are now
     * @param tables renames a sync in the tables that it writes; to do it again changes nothing
     * @param steps receives each step before it is done
     */
    public SyncRenaming(
            Supplier<SyncFiles> files,
            SyncStore store,
            SyncCursors cursors,
            BiConsumer<Target.Table, Rename> tables,
            Consumer<String> steps) {
        this.files = files;
        this.store = store;
        this.cursors = cursors;
        this.tables = tables;
        this.steps = steps;
    }

    /**
     * Decides that a sync is to be called otherwise; {@link #finish} does it. To decide the same again changes nothing.
     *
     * @throws IllegalArgumentException with one sentence if it cannot be
     */
    public void intend(Rename rename) {
        Optional<Rename> open = store.renames().open().stream()
                .filter(other ->
                        other.from().equals(rename.from()) || other.to().equals(rename.to()))
                .findFirst();
        if (open.filter(rename::equals).isPresent()) {
            return;
        }
        open.ifPresent(other -> refuse("The sync '" + other.from() + "' is to be called '" + other.to()
                + "' as soon as its run is over; rename it again after that."));
        require(rename, files.get());
        store.renames().intend(rename);
    }

    private void require(Rename rename, SyncFiles now) {
        SyncDefinition sync = definition(rename.from(), now)
                .orElseThrow(() -> new IllegalArgumentException("There is no sync '" + rename.from()
                        + "' without faults; " + remedy(rename.from(), now.names())));
        if (!SyncFiles.isName(rename.to())) {
            refuse("'" + rename.to()
                    + "' is not possible as a name of a sync; use letters, digits, '-', '_' and '.', at most 64.");
        }
        now.names().stream()
                .filter(rename.to()::equalsIgnoreCase)
                .findFirst()
                .ifPresent(other -> refuse("There is a sync '" + other + "' already; use another name."));
        if (store.renames().isUsed(rename.to()) || hasCursor(rename.to(), sync)) {
            refuse("There was a sync '" + rename.to() + "', whose runs or cursors are still kept; use another name.");
        }
        if (OwnRoutes.exist(sync)) {
            refuse("The sync '" + rename.from() + "' has routes of its own in " + OwnRoutes.file(sync)
                    + ", which name it in beans, endpoints and cursors; move that file away, rename the sync, eject it again and"
                    + " repeat your changes.");
        }
        Path target = target(rename, now);
        if (!target.equals(sync.file()) && Files.exists(target)) {
            refuse("The file " + target + " is there already; move it away, or use another name.");
        }
    }

    private static Path target(Rename rename, SyncFiles now) {
        try {
            RenamedFiles renamed = new RenamedFiles(now, rename);
            return renamed.target(renamed.old().orElseThrow());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void refuse(String sentence) {
        throw new IllegalArgumentException(sentence);
    }

    private static String remedy(String name, List<String> names) {
        List<String> nearest = NearestNames.of(name, names);
        return names.isEmpty()
                ? "there is none at all."
                : nearest.isEmpty()
                        ? "there are " + String.join(", ", names) + "."
                        : "did you mean " + String.join(" or ", nearest) + "?";
    }

    private static Optional<SyncDefinition> definition(String name, SyncFiles now) {
        return now.files().stream()
                .map(SyncFile::definition)
                .filter(sync -> sync.name().equals(name))
                .findFirst();
    }

    private boolean hasCursor(String name, SyncDefinition sync) {
        return sync.from() instanceof Source.Crm from
                && !cursors.modules(SyncRouteList.cursorKey(from.connection(), name, ""))
                        .isEmpty();
    }

    /**
     * Does what was decided, or what is left of it, while no feed of the sync runs.
     *
     * @return the sync files that were changed
     * @throws IllegalArgumentException if the sync file has got faults meanwhile
     * @throws CursorException if a feed uses a cursor of the sync, or the storage fails
     */
    public List<Path> finish(Rename rename) {
        SyncFiles now = files.get();
        if (now.paths().containsKey(rename.from())
                && definition(rename.from(), now).isEmpty()) {
            refuse("The sync '" + rename.from() + "' is to be called '" + rename.to()
                    + "' and has got faults; 'sync check " + rename.from() + "' names them.");
        }
        definition(rename.from(), now).or(() -> definition(rename.to(), now)).ifPresent(sync -> {
            moveCursors(sync, rename);
            if (sync.to() instanceof Target.Table to) {
                steps.accept("its tables");
                tables.accept(to, rename);
            }
        });
        try {
            RenamedFiles changed = new RenamedFiles(now, rename);
            steps.accept("runs, rejects and links");
            store.renames().carryOver(rename, changed.old().map(old -> text(old, changed)));
            steps.accept("the files of syncs that wait for it");
            List<Path> paths = new ArrayList<>(changed.changeWaiting());
            steps.accept("its file");
            paths.addAll(changed.change());
            steps.accept("the intention");
            store.renames().done(rename);
            return paths;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(IOException e) {
        return new IllegalStateException(
                "A sync file could not be read or written (" + e + "); correct its rights and repeat 'sync rename'.",
                e);
    }

    /** The files that wait for the sync by a setting, which a person has to change. */
    public List<Path> waitingBySetting(Rename rename) {
        try {
            return new RenamedFiles(files.get(), rename).waitingBySetting();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void moveCursors(SyncDefinition sync, Rename rename) {
        if (sync.from() instanceof Source.Crm from) {
            String before = SyncRouteList.cursorKey(from.connection(), rename.from(), "");
            String after = SyncRouteList.cursorKey(from.connection(), rename.to(), "");
            for (String module : cursors.modules(before)) {
                steps.accept("the cursor of " + module);
                cursors.move(before + module, after + module);
            }
        }
    }

    private static Text text(SyncFileText old, RenamedFiles changed) {
        return new Text(old.sha256(), changed.renamed(old).sha256());
    }
}
