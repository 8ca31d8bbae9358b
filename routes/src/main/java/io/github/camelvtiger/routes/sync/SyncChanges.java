package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.StoreException;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the syncs of a context to what the sync files say, one by one: a sync whose file is as it was is not touched. One whose file has
 * faults goes on as it was. One with a run under way changes when that is over, and ends it if it is to go.
 */
final class SyncChanges {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /**
     * What could not be put into the context.
     *
     * @param form of the sync, as {@link SyncForms} says
     */
    private record Refused(String form, String sentence) {}

    private final SyncSettings settings;
    private final SyncStore store;
    private final SyncInstallation installation;
    private final InstalledSyncs syncs;
    private final RenamingWork renaming;
    private final WantedSyncs wanted;
    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private final Map<String, Refused> refused = new ConcurrentHashMap<>();
    private final Consumer<List<String>> taken;
    private boolean begun;
    private volatile List<String> names = List.of();

    /** @param taken gets the names of all sync files, also of those with faults, whenever they were read */
    SyncChanges(
            SyncSettings settings,
            SyncStore store,
            SyncInstallation installation,
            InstalledSyncs syncs,
            RenamingWork renaming,
            Consumer<List<String>> taken) {
        this.settings = settings;
        this.store = store;
        this.installation = installation;
        this.syncs = syncs;
        this.renaming = renaming;
        this.wanted = new WantedSyncs(syncs);
        this.taken = taken;
    }

    /** The names of all sync files as they were read last, also of those with faults. */
    List<String> names() {
        return names;
    }

    /** Why the changed file of a sync that goes on as it was is not taken; empty if it is, or has not changed. */
    Optional<String> fault(String sync) {
        return wanted.fault(sync)
                .or(() -> Optional.ofNullable(refused.get(sync)).map(Refused::sentence))
                .filter(any -> syncs.find(sync).isPresent())
                .map(fault -> "goes on as it was, since its changed file is refused: " + fault);
    }

    /** What a person should know of a sync whose file is not what runs. */
    Optional<String> note(String sync) {
        return fault(sync).or(() -> Optional.ofNullable(waiting.get(sync)));
    }

    /** Whether something waits for the end of a run. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Renames that were decided, and all sync files. */
    synchronized void take() throws Exception {
        renaming.finish(this::takenOut);
        take(any -> true);
    }

    /**
     * Gives a sync its new name now, or when its run is over.
     *
     * @param all whether other changes of sync files may be taken as well
     */
    synchronized SyncWork.Renamed rename(Rename rename, boolean all) throws Exception {
        SyncWork.Renamed renamed = renaming.rename(rename, this::takenOut);
        Set<Path> changed = Set.copyOf(renamed.files());
        take(sync -> all || changed.contains(sync.file()) || sync.name().equals(rename.from()));
        return renamed;
    }

    /** @return whether the sync is not there any more; if not, it is taken out as soon as its run is over */
    private boolean takenOut(Rename rename) {
        Optional<InstalledSync> sync = syncs.find(rename.from());
        if (sync.isEmpty()) {
            return true;
        }
        sync.get().parts().close();
        if (!sync.get().parts().isIdle()) {
            waits(rename.from(), "is called " + rename.to() + " when " + run(rename.from()) + " is over");
            return false;
        }
        remove(sync.get());
        return true;
    }

    /** @param which syncs may change */
    private void take(Predicate<SyncDefinition> which) throws Exception {
        SyncFiles files = SyncFiles.read(settings.files(), settings.placeholders());
        names = files.names();
        Map<String, SyncDefinition> now = wanted.of(files);
        Circles circles = installation.circles(now.values());
        SyncForms forms = new SyncForms(circles);
        Set<String> held = renaming.open();
        Map<String, InstalledSync> former = new HashMap<>();
        for (InstalledSync sync : syncs.all()) {
            if (!held.contains(sync.name())
                    && which.test(sync.definition())
                    && isFree(sync, Optional.ofNullable(now.get(sync.name())), forms)) {
                former.put(sync.name(), sync);
            }
        }
        // All of them before any is put in again: what one leaves another may take.
        former.values().forEach(this::remove);
        for (SyncDefinition sync : now.values()) {
            boolean isNew = syncs.find(sync.name()).isEmpty() && !held.contains(sync.name());
            if (isNew && (former.containsKey(sync.name()) || which.test(sync))) {
                install(sync, circles, forms.of(sync), Optional.ofNullable(former.get(sync.name())));
            }
        }
        refused.keySet().retainAll(now.keySet());
        taken.accept(names);
        begun = true;
    }

    /**
     * Whether a sync is not to stay in the context as it is, and can be taken out now.
     *
     * @param now empty if its file is not there any more
     */
    private boolean isFree(InstalledSync sync, Optional<SyncDefinition> now, SyncForms forms) {
        if (now.isEmpty()) {
            boolean free = ended(sync, "is removed, as its file was, when " + run(sync.name()) + " has ended");
            if (free) {
                LOG.info("{}: The sync file is not there any more, so the sync is removed.", sync.name());
            }
            return free;
        }
        String form = forms.of(now.get());
        boolean isSame = form.equals(sync.form()) && !sync.parts().isEnding();
        // One that was to end may have ended parts of itself, so it is put in again in its former form.
        if (isSame || isRefused(now.get(), form) && !sync.parts().isEnding()) {
            sync.parts().open();
            waiting.remove(sync.name());
            return false;
        }
        return now.get().enabled()
                ? closed(sync)
                : ended(sync, "is switched off when " + run(sync.name()) + " has ended");
    }

    /** What is known to be of no use is not tried again, and what can be known is before the former form is taken out. */
    private boolean isRefused(SyncDefinition sync, String form) {
        Refused known = refused.get(sync.name());
        if (known != null && known.form().equals(form)) {
            return true;
        }
        try {
            installation.requireReadable(sync);
            return false;
        } catch (IllegalArgumentException e) {
            refused.put(sync.name(), new Refused(form, e.getMessage()));
            LOG.error("{}: {} The sync goes on as it was.", sync.name(), e.getMessage());
            return true;
        }
    }

    private boolean closed(InstalledSync sync) {
        sync.parts().close();
        return isIdle(sync, "changes, as its file has, when " + run(sync.name()) + " is over");
    }

    private boolean ended(InstalledSync sync, String note) {
        sync.parts().end();
        return isIdle(sync, note);
    }

    private boolean isIdle(InstalledSync sync, String note) {
        if (sync.parts().isIdle()) {
            return true;
        }
        waits(sync.name(), note);
        return false;
    }

    private void waits(String sync, String note) {
        if (!note.equals(waiting.put(sync, note))) {
            LOG.info("{}: The sync {}.", sync, note);
        }
    }

    private String run(String sync) {
        return store.runs()
                .last(sync)
                .filter(run -> run.state() == Run.State.RUNNING)
                .map(run -> "its run " + run.id())
                .orElse("what it does");
    }

    private void remove(InstalledSync sync) {
        installation.remove(sync);
        syncs.remove(sync.name());
        waiting.remove(sync.name());
    }

    private void install(SyncDefinition sync, Circles circles, String form, Optional<InstalledSync> former) {
        Refused known = refused.get(sync.name());
        if (known != null && known.form().equals(form)) {
            former.ifPresent(before -> restore(before, circles));
            return;
        }
        try {
            syncs.put(installation.install(sync, circles, form));
            refused.remove(sync.name());
            waiting.remove(sync.name());
            if (former.isPresent()) {
                LOG.info("{}: The sync runs as its changed file says.", sync.name());
            }
        } catch (IllegalArgumentException e) {
            refused.put(sync.name(), new Refused(form, e.getMessage()));
            LOG.error(
                    "{}: {} The sync {}.",
                    sync.name(),
                    e.getMessage(),
                    former.isPresent() ? "goes on as it was" : "does not run");
            former.ifPresent(before -> restore(before, circles));
        } catch (StoreException e) {
            if (!begun) {
                throw e;
            }
            waits(sync.name(), "is put in as soon as the store can be used: " + e.getMessage());
        }
    }

    private void restore(InstalledSync former, Circles circles) {
        try {
            syncs.put(installation.install(former.definition(), circles, former.form()));
        } catch (StoreException e) {
            waits(former.name(), "is put in as soon as the store can be used: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {} The sync does not run.", former.name(), e.getMessage());
        }
    }
}
