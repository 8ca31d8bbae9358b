package io.github.camelvtiger.routes;

import io.github.camelvtiger.ManagedCursor;
import io.github.camelvtiger.changes.CursorAdministration;
import io.github.camelvtiger.changes.CursorCatalog;
import io.github.camelvtiger.changes.JdbcCursorStore;
import io.github.camelvtiger.routes.manage.page.CommandOutput;
import io.github.camelvtiger.routes.manage.page.PageWork;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.health.SyncConditions;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** The application as its page shows it. */
final class ApplicationWork implements PageWork {

    private static final Path HERE = Path.of("");

    private final CamelContext context;
    private final SyncsListener syncs;
    private final Examination doctor;

    /** Examines the connection to the CRM. */
    interface Examination {

        /** @return the exit code */
        int run(CamelContext context, PrintWriter out, PrintWriter err, String... arguments);
    }

    ApplicationWork(CamelContext context, SyncsListener syncs, Examination doctor) {
        this.context = context;
        this.syncs = syncs;
        this.doctor = doctor;
    }

    @Override
    public Optional<RunningSyncs> syncs() {
        return syncs.running();
    }

    @Override
    public List<String> names() {
        return SyncFiles.read(SyncsPlace.settings(context).files(), context::resolvePropertyPlaceholders)
                .names();
    }

    @Override
    public Path plans() {
        return syncs.plans();
    }

    @Override
    public Optional<String> trouble(String sync) {
        return new SyncConditions(context).trouble(sync);
    }

    /** Read from the stored cursors, since a feed that is asked for them ends its poll first. */
    @Override
    public List<ParkedFeed> parked() {
        return context.getRoutes().stream()
                .filter(route -> route.getConsumer() instanceof ManagedCursor feed && feed.getParked() > 0)
                .map(this::parked)
                .toList();
    }

    private ParkedFeed parked(Route route) {
        ManagedCursor feed = (ManagedCursor) route.getConsumer();
        CursorCatalog cursors = cursors().catalog();
        return new ParkedFeed(
                route.getId(),
                String.valueOf(feed.status().module()),
                cursors.nameOf(feed.getCursorKey())
                        .flatMap(cursors::look)
                        .map(CursorAdministration::parked)
                        .orElse(List.of()));
    }

    private CursorsPlace cursors() {
        JdbcCursorStore database =
                context.getRegistry().lookupByNameAndType(CursorDatabase.STORE, JdbcCursorStore.class);
        return database != null
                ? CursorsPlace.database(database)
                : CursorsPlace.directory(Path.of(
                        Settings.of(context).require("cursor.directory", "the feeds keep their cursors there")));
    }

    @Override
    public CommandOutput release(String route) {
        Route found = context.getRoute(route);
        if (found == null || !(found.getConsumer() instanceof ManagedCursor feed)) {
            throw new IllegalArgumentException("There is no route '" + route + "' that follows a CRM.");
        }
        return new CommandOutput(
                "release", 0, feed.releaseParked("all") + " records are tried again by the next poll.");
    }

    @Override
    public CommandOutput sync(String... arguments) {
        return output(
                "sync " + String.join(" ", arguments),
                (out, err) -> syncs.command(context, Optional.empty(), HERE, out, err, RunWatcher.NONE, arguments));
    }

    @Override
    public CommandOutput doctor() {
        return output("doctor", (out, err) -> doctor.run(context, out, err));
    }

    private interface Printing {
        int run(PrintWriter out, PrintWriter err);
    }

    private static CommandOutput output(String command, Printing printing) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        int exitCode = printing.run(out, out);
        return new CommandOutput(command, exitCode, text.toString());
    }
}
