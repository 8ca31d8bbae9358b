package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.Runs;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.undo.RunWrite;
import io.github.camelvtiger.routes.sync.undo.Undo;
import io.github.camelvtiger.routes.sync.undo.UndoPlan;
import io.github.camelvtiger.routes.sync.undo.UndoPlanner;
import io.github.camelvtiger.routes.sync.undo.UndoResult;
import io.github.camelvtiger.routes.sync.undo.VtigerCrm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes back what a run wrote into a CRM; an undo is a run itself, and can be taken back like any other. One that was killed
 * goes on when the run is undone once more: what it did is found in the CRM, and is not done twice.
 */
public final class RunUndo {

    private final SyncStore store;
    private final VtigerCrm crm;
    private final Run run;
    private final String connection;
    private final OneAtATime writing;
    private final Supplier<Runnable> use;
    private final DoubtfulCreates doubtful;
    private final List<RunWrite> writes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private List<Run> before = List.of();

    /**
     * @param doubtful finds what an undo that was killed created
     * @param record only what was written to this record; empty: everything
     * @param connection url and user of the CRM
     * @param writing of the sync
     * @param use keeps the sync from being renamed or removed until what it gives is run
     * @throws IllegalArgumentException if the run wrote to another CRM or as another user, or is being removed
     */
    RunUndo(
            SyncStore store,
            VtigerCrm crm,
            DoubtfulCreates doubtful,
            Run run,
            Optional<String> record,
            String connection,
            OneAtATime writing,
            Supplier<Runnable> use) {
        if (!run.connection().equals(connection)) {
            throw new IllegalArgumentException("The run " + run.id() + " wrote to " + run.connection()
                    + ", and this application is connected to " + connection + "; undo it there.");
        }
        if (run.state() == Run.State.EXPIRED) {
            throw new IllegalArgumentException("The run " + run.id()
                    + " is older than store.keep, and its journal is being removed; it cannot be undone any more.");
        }
        this.store = store;
        this.crm = crm;
        this.run = run;
        this.connection = connection;
        this.writing = writing;
        this.use = use;
        this.doubtful = doubtful;
        store.journal().ofRun(run.id(), write -> {
            if (record.isEmpty() || write.recordId().equals(record)) {
                add(write);
            }
        });
    }

    private void add(JournalledWrite write) {
        Optional<RunWrite> known = RunWrite.of(write);
        known.ifPresent(writes::add);
        if (write.state() == JournalledWrite.State.FORGOTTEN) {
            unknown.add(write.place() + ": what was written to a record of " + write.module()
                    + " was erased by 'sync forget', and is not taken back.");
        } else if (known.isEmpty() && write.state() != JournalledWrite.State.REFUSED) {
            unknown.add(write.place() + ": it is not known whether a record of " + write.module()
                    + " was created; look for it in the CRM.");
        }
    }

    /** Creates whose outcome is not known, and writes that were forgotten, a sentence each: they are not taken back. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** What would be taken back, by what is in the CRM now. Nothing is written. */
    public UndoPlan plan() {
        before = store.runs().undosOf(run.id());
        before.stream().filter(each -> each.state() == Run.State.RUNNING).forEach(each -> store.journal()
                .ofRun(each.id(), write -> {
                    if (DoubtfulCreates.isOne(write)) {
                        doubtful.find(write);
                    }
                }));
        return new UndoPlanner(crm, run.id()).plan(writes);
    }

    /**
     * Takes back what the plan holds, as far as nothing has changed since.
     *
     * @throws RunRefusedException if a run of the sync is at work, or this one was undone by another command since the plan, or its sync got
     *     another name
     */
    public UndoResult apply(UndoPlan plan) {
        Runnable over = use.get();
        try {
            return applyInUse(plan);
        } finally {
            over.run();
        }
    }

    private UndoResult applyInUse(UndoPlan plan) {
        Runnable release = writing.begin();
        try {
            String sync = store.runs().find(run.id()).map(Run::sync).orElse("");
            if (!sync.equals(run.sync())) {
                throw new RunRefusedException(
                        "The sync '" + run.sync() + "' was renamed meanwhile; give the command again.");
            }
            if (store.runs().undosOf(run.id()).size() > before.size()) {
                throw new RunRefusedException("Another command has undone " + run.id()
                        + " meanwhile; see what is left of it with 'sync undo " + run.id() + " --dry-run'.");
            }
            before.stream().filter(each -> each.state() == Run.State.RUNNING).forEach(each -> store.runs()
                    .end(each.id(), Run.State.INTERRUPTED, "Its process ended meanwhile."));
            return carryOut(plan);
        } finally {
            release.run();
        }
    }

    private UndoResult carryOut(UndoPlan plan) {
        Run undo =
                store.runs().begin(run.sync(), Run.Kind.UNDO, Runs.undoOf(run.id()), "", run.syncSha256(), connection);
        writing.named(undo.id());
        try {
            UndoResult result = new Undo(
                            crm, crm, new RowlessJournal(store.journal(), undo.id(), Runs.undoOf(run.id())))
                    .apply(plan);
            store.runs()
                    .advance(
                            undo.id(),
                            0,
                            new RunCounts(
                                    result.recreated().size(),
                                    result.changed() + result.referring(),
                                    0,
                                    result.removed(),
                                    0,
                                    0));
            store.runs().end(undo.id(), Run.State.DONE, null);
            return result;
        } catch (RuntimeException e) {
            store.runs().end(undo.id(), Run.State.FAILED, e.getMessage());
            throw e;
        } finally {
            store.links().removeUndone(run.sync());
        }
    }
}
