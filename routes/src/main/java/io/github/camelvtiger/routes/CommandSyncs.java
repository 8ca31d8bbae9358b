package io.github.camelvtiger.routes;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerProtocol;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.command.SyncCommand;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.command.TerminalBar;
import io.github.camelvtiger.routes.sync.remote.CommandClient;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Audit;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A command for syncs: given to the application if it runs here, done in this process otherwise. */
final class CommandSyncs {

    private CommandSyncs() {}

    /**
     * @param context with the settings, not started
     * @return the exit code
     */
    static int run(DefaultCamelContext context, PrintWriter out, PrintWriter err, String... arguments)
            throws IOException {
        Settings settings = Settings.of(context);
        RunWatcher bar = TerminalBar.ofThisProcess();
        OptionalInt answer =
                CommandClient.give(SyncsPlace.door(settings), CommandDirectory.path(), out, err, bar, arguments);
        return answer.isPresent()
                ? answer.getAsInt()
                : SyncCommand.run(
                        () -> open(context, settings),
                        SyncsPlace.files(context),
                        CommandDirectory.path(),
                        out,
                        err,
                        bar,
                        Optional.of(Audit.Person.atCommandLine(System.getProperty("user.name", ""))),
                        arguments);
    }

    private static SyncWork open(CamelContext context, Settings settings) {
        String because = "no application runs here, so the command talks to the CRM itself";
        VtigerComponent vtiger = new VtigerComponent();
        vtiger.getConfiguration().setUrl(settings.require("vtiger.url", because));
        vtiger.getConfiguration().setUsername(settings.require("vtiger.username", because));
        vtiger.getConfiguration()
                .setAccessKey(settings.require(
                        "vtiger.access-key", because + " (or use the environment: VTIGER_ACCESS_KEY)"));
        settings.find("vtiger.protocol").ifPresent(protocol -> vtiger.getConfiguration()
                .setProtocol(VtigerProtocol.valueOf(protocol.toUpperCase(java.util.Locale.ROOT))));
        context.addComponent("vtiger", vtiger);
        NamedConnections.bind(context, settings);
        settings.find("broker.url").ifPresent(url -> context.getRegistry()
                .bind("connectionFactory", ConnectionFactory.class, BrokerListener.configured(settings)));
        Optional<CursorDatabase> cursors = CursorDatabase.of(settings);
        cursors.ifPresent(
                database -> context.getRegistry().bind(CursorDatabase.STORE, CursorStore.class, database.store()));
        context.start();
        try {
            RunningSyncs syncs = RunningSyncs.start(context, SyncsPlace.settings(context), false);
            return syncs.closedBy(() -> {
                context.stop();
                syncs.close();
                cursors.ifPresent(CursorDatabase::close);
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(Sentence.of(e), e);
        }
    }
}
