package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.command.SyncCommand;
import io.github.camelvtiger.routes.sync.remote.CommandServer;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the syncs of the sync files while the application runs, and takes commands for them. */
final class SyncsListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private RunningSyncs syncs;
    private CommandServer commands;

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        Settings settings = Settings.of(context);
        SyncSettings found = SyncsPlace.settings(context);
        if (!Files.isDirectory(found.files())) {
            return;
        }
        try {
            syncs = RunningSyncs.start(context, found, true);
            commands = CommandServer.open(
                    SyncsPlace.door(settings),
                    (directory, out, err, watcher, arguments) -> SyncCommand.run(
                            syncs::forCommand, SyncsPlace.files(context), directory, out, err, watcher, arguments),
                    context.getExecutorServiceManager().newCachedThreadPool(this, "sync-commands"));
        } catch (Exception e) {
            LOG.error("This instance runs no syncs: {}", Sentence.of(e));
        }
    }

    /** While the context stops nothing may wait for a command any more. */
    @Override
    public void beforeStop(BaseMainSupport main) {
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
