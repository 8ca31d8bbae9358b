package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.routes.demo.BundledSyncs;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.command.SyncCommand;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.remote.CommandServer;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Audit;
import io.github.camelvtiger.routes.sync.store.StoreInUseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the syncs of the sync files while the application runs, and takes commands for them. Of several instances on one host that
 * one does whose store is open; another takes them over when that ends.
 */
final class SyncsListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private static final long LOOK_SECONDS = 2;

    private final CrmListener crm;
    private final boolean once;
    private RunningSyncs syncs;
    private boolean failed;
    private CommandServer commands;
    private Path plans;
    private ScheduledExecutorService waiting;

    /** @param once whether another instance is not waited for */
    SyncsListener(CrmListener crm, boolean once) {
        this.crm = crm;
        this.once = once;
    }

    /** Those that run here by now; empty if there are no sync files, or they could not be begun. */
    synchronized Optional<RunningSyncs> running() {
        return Optional.ofNullable(syncs);
    }

    /** The directory of the plans of runs with limits. */
    Path plans() {
        return plans;
    }

    /**
     * Does what a command of {@code sync} asks for, once syncs run here.
     *
     * @param person who gives it, for the audit; empty if that is kept already
     */
    int command(
            CamelContext context,
            Optional<Audit.Person> person,
            Path directory,
            PrintWriter out,
            PrintWriter err,
            RunWatcher watcher,
            String... arguments) {
        return SyncCommand.run(
                () -> running().orElseThrow().closedBy(() -> {}),
                SyncsPlace.files(context),
                directory,
                out,
                err,
                watcher,
                person,
                arguments);
    }

    /** How many sync files are not run because of what is wrong with them. */
    synchronized int broken() {
        return syncs == null ? 0 : syncs.broken();
    }

    /** Whether there are syncs, and they could not be begun. */
    synchronized boolean failed() {
        return failed;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        SyncSettings found = crm.demo()
                .map(demo -> SyncsPlace.settings(context, demo.store()))
                .orElseGet(() -> SyncsPlace.settings(context));
        plans = found.plans();
        if (!isThere(found.files())) {
            return;
        }
        try {
            start(context, found);
        } catch (StoreInUseException e) {
            LOG.info("{} If it is another instance, this one takes the syncs over when that ends.", e.getMessage());
            await(context, found);
        } catch (CursorException e) {
            LOG.warn("{} The syncs begin when that is over.", e.getMessage());
            await(context, found);
        }
    }

    /** Without sync files of the user's own those of the demo are put there, to be seen, changed or deleted. */
    private boolean isThere(Path directory) {
        if (Files.isDirectory(directory)) {
            return true;
        }
        if (!directory.equals(SyncsPlace.DIRECTORY)) {
            LOG.warn(
                    "No syncs run, since the setting syncs.directory is '{}', where there is no directory.", directory);
            return false;
        }
        try {
            if (BundledSyncs.writeTo(directory)) {
                LOG.info("There was no directory {}, so it was made with the syncs of the demo.", directory);
            }
            return true;
        } catch (IOException e) {
            LOG.error(
                    "No syncs run, since the directory {} is not there and cannot be made: {}",
                    directory,
                    Sentence.of(e));
            setFailed();
            return false;
        }
    }

    private synchronized void setFailed() {
        failed = true;
    }

    private void await(CamelContext context, SyncSettings found) {
        if (once) {
            setFailed();
            return;
        }
        waiting = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "sync-takeover");
        waiting.scheduleWithFixedDelay(() -> takeOver(context, found), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void takeOver(CamelContext context, SyncSettings found) {
        try {
            if (start(context, found)) {
                LOG.info("This instance has taken the syncs over.");
            }
            waiting.shutdown();
        } catch (StoreInUseException | CursorException e) {
            // As said before.
        }
    }

    /**
     * @return whether the syncs run
     * @throws StoreInUseException if another process has the store open
     * @throws CursorException if the cursor of an earlier version cannot be taken over yet
     */
    private synchronized boolean start(CamelContext context, SyncSettings found) {
        if (context.isStopping()) {
            return false;
        }
        try {
            passOnFormerCursor(context, found);
            syncs = RunningSyncs.start(context, found, true);
            Duration looks = SyncsPlace.looks(context);
            if (!once && !looks.isZero()) {
                syncs.follow(looks);
            }
            takeCommands(context);
            return true;
        } catch (StoreInUseException | CursorException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("This instance runs no syncs: {}", Sentence.of(e));
            failed = true;
            return false;
        }
    }

    private void passOnFormerCursor(CamelContext context, SyncSettings found) {
        if (crm.demo().isPresent()) {
            return;
        }
        FormerContactsCursor.of(context)
                .passTo(SyncFiles.read(found.files(), found.placeholders()).files().stream()
                        .map(SyncFile::definition)
                        .toList());
    }

    private void takeCommands(CamelContext context) {
        try {
            commands = CommandServer.open(
                    SyncsPlace.door(Settings.of(context)),
                    (account, directory, out, err, watcher, arguments) -> command(
                            context,
                            Optional.of(Audit.Person.atCommandLine(account)),
                            directory,
                            out,
                            err,
                            watcher,
                            arguments),
                    context.getExecutorServiceManager().newCachedThreadPool(this, "sync-commands"));
        } catch (IOException | RuntimeException e) {
            LOG.error("The syncs of this instance run, but it takes no commands: {}", Sentence.of(e));
        }
    }

    /** While the context stops nothing may wait for a command any more. */
    @Override
    public synchronized void beforeStop(BaseMainSupport main) {
        if (waiting != null) {
            waiting.shutdownNow();
        }
        if (commands != null) {
            try {
                commands.close();
            } catch (IOException e) {
                LOG.warn(
                        "The file that tells commands where this application is could not be removed: {}",
                        e.toString());
            }
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (syncs != null) {
            syncs.close();
        }
    }
}
