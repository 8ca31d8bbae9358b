package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.command.SyncCommand;
import io.github.camelvtiger.routes.sync.remote.CommandServer;
import io.github.camelvtiger.routes.sync.store.StoreInUseException;
import java.io.IOException;
import java.nio.file.Files;
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

    private RunningSyncs syncs;
    private CommandServer commands;
    private ScheduledExecutorService waiting;

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        SyncSettings found = SyncsPlace.settings(context);
        if (!Files.isDirectory(found.files())) {
            return;
        }
        try {
            start(context, found);
        } catch (StoreInUseException e) {
            LOG.info("{} If it is another instance, this one takes the syncs over when that ends.", e.getMessage());
            waiting = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "sync-takeover");
            waiting.scheduleWithFixedDelay(
                    () -> takeOver(context, found), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void takeOver(CamelContext context, SyncSettings found) {
        try {
            if (start(context, found)) {
                LOG.info("This instance has taken the syncs over.");
            }
            waiting.shutdown();
        } catch (StoreInUseException e) {
            // As said before.
        }
    }

    /**
     * @return whether the syncs run
     * @throws StoreInUseException if another process has the store open
     */
    private synchronized boolean start(CamelContext context, SyncSettings found) {
        if (context.isStopping()) {
            return false;
        }
        try {
            syncs = RunningSyncs.start(context, found, true);
            takeCommands(context);
            return true;
        } catch (StoreInUseException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("This instance runs no syncs: {}", Sentence.of(e));
            return false;
        }
    }

    private void takeCommands(CamelContext context) {
        try {
            commands = CommandServer.open(
                    SyncsPlace.door(Settings.of(context)),
                    (directory, out, err, watcher, arguments) -> SyncCommand.run(
                            () -> syncs.closedBy(() -> {}),
                            SyncsPlace.files(context),
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
