package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.EndpointUri;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.rows.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The routes of which a sync consists. */
public final class SyncRouteList {

    /** The rows of a table have no order. Of the four sessions of a connection one is left for what else asks. */
    private static final String READERS = "3";

    private SyncRouteList() {}

    /**
     * All of them, for a sync that names its modules.
     *
     * @param leavesOut whether what this application itself writes to a module is left out
     */
    public static List<SyncRoute> of(SyncDefinition sync, Predicate<String> leavesOut) {
        List<SyncRoute> routes = new ArrayList<>();
        if (sync.to() instanceof Target.Uri) {
            routes.add(send(sync));
        }
        if (!(sync.to() instanceof Target.Crm)) {
            if (SourceCrm.of(sync).cron().isPresent()) {
                routes.add(export(sync));
                SourceCrm.of(sync).modules().forEach(module -> routes.add(module(sync, module)));
                routes.add(cron(sync));
                routes.addAll(rejectsTried(sync));
            } else {
                for (String module : SourceCrm.of(sync).modules()) {
                    routes.add(FeedRoute.of(sync, module));
                    if (sync.to() instanceof Target.Table) {
                        routes.add(fill(sync, module));
                    }
                    if (!sync.part(module).relations().labels().isEmpty()) {
                        routes.add(relations(sync, module));
                    }
                }
                routes.addAll(rejectsTried(sync));
            }
            return routes;
        }
        routes.add(run(sync));
        ((Target.Crm) sync.to()).modules().forEach(module -> routes.add(portion(sync, module)));
        routes.add(rejects(sync));
        if (sync.from() instanceof Source.Files) {
            routes.add(inbox(sync));
        } else if (sync.from() instanceof Source.Table) {
            routes.add(rows(sync));
        } else if (sync.from() instanceof Source.Uri from) {
            from.deadLetter().ifPresent(to -> routes.add(dead(sync)));
            routes.add(messages(sync));
        } else if (SourceCrm.of(sync).cron().isPresent()) {
            routes.add(cron(sync));
        } else {
            SourceCrm.of(sync)
                    .modules()
                    .forEach(module -> routes.add(FeedRoute.intoCrm(sync, module, leavesOut.test(module))));
        }
        return routes;
    }

    /** The one that runs a sync into a CRM, or exports one; the others of the sync have its id with something behind. */
    public static String runId(String sync) {
        return SyncRoute.PREFIX + sync;
    }

    /** The one that reads a module. */
    public static String moduleId(SyncDefinition sync, String module) {
        return runId(sync.name()) + "-" + module;
    }

    /** The one that takes messages, and the bean with its steps. */
    public static String messagesId(String sync) {
        return runId(sync) + "-messages";
    }

    /** The one that sends on messages that cannot be written. */
    public static String deadId(String sync) {
        return runId(sync) + "-dead";
    }

    /** The one that sends messages. */
    public static String sendId(String sync) {
        return runId(sync) + "-send";
    }

    /** The bean with the steps of the routes of a feed into files or messages. */
    public static String stepsId(String sync) {
        return runId(sync) + "-steps";
    }

    /** The processor that the routes of a feed into tables hand records to. */
    public static String portionsId(String sync) {
        return runId(sync) + "-portions";
    }

    /** The bean that the feeds of a sync into tables show their sweeps to. */
    public static String sweepsId(String sync) {
        return runId(sync) + "-sweeps";
    }

    /** The one that asks which modules there are. */
    public static String modulesId(String sync) {
        return runId(sync) + "-modules";
    }

    /** The one that looks at the relations of the records of a module. */
    public static String relationsId(SyncDefinition sync, String module) {
        return moduleId(sync, module) + "-relations";
    }

    /** The one that writes portions into a module. */
    public static String portionId(String sync, String module) {
        return runId(sync) + "-portion-" + module;
    }

    /** A run into a CRM. */
    public static SyncRoute run(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "rows-into-crm", runId(sync.name()));
    }

    /** What a run writes into a module, a portion at a time. */
    public static SyncRoute portion(SyncDefinition sync, String module) {
        List<String> match = sync.part(module).match();
        SyncRoute route = SyncRoute.of(sync.name(), "portion-into-crm", portionId(sync.name(), module))
                .with("module", module)
                .with("operation", match.isEmpty() ? "create" : "upsert");
        return with(
                "connection",
                ((Target.Crm) sync.to()).connection(),
                match.isEmpty() ? route : route.with("match", String.join(",", match)));
    }

    /** Files that are dropped into the directory of a sync, or the one file that it reads, whenever that is put there. */
    public static SyncRoute inbox(SyncDefinition sync) {
        SyncRoute route = SyncRoute.of(sync.name(), "files-inbox", runId(sync.name()) + "-inbox");
        Path path = Path.of(((Source.Files) sync.from()).path());
        if (!Rows.isFile(path)) {
            return route.with("directory", path.toString());
        }
        return route.with(
                        "directory",
                        Optional.ofNullable(path.getParent())
                                .orElse(Path.of("."))
                                .toString())
                .with("file", path.getFileName().toString());
    }

    /** Rows that wait in the table of a sync. */
    public static SyncRoute rows(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "rows-of-table", rowsId(sync.name()));
    }

    /** The bean that looks whether rows wait has the same name. */
    public static String rowsId(String sync) {
        return runId(sync) + "-rows";
    }

    /** Rejects whose time has come. */
    public static SyncRoute rejects(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "rejects-again", rejectsId(sync.name()));
    }

    /** The same of a sync out of a CRM. */
    public static SyncRoute rejectsOfExport(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "rejects-of-export", rejectsId(sync.name()));
    }

    /** What a file cannot hold it never can. */
    private static List<SyncRoute> rejectsTried(SyncDefinition sync) {
        return sync.to() instanceof Target.Files ? List.of() : List.of(rejectsOfExport(sync));
    }

    /** The one that tries rejects again, and the bean that does it for a sync out of a CRM. */
    public static String rejectsId(String sync) {
        return runId(sync) + "-rejects";
    }

    /** The times at which all records of a CRM are read. */
    public static SyncRoute cron(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "export-by-cron", runId(sync.name()) + "-cron")
                .with("cron", SourceCrm.of(sync).cron().orElseThrow());
    }

    /** A full export into files. */
    public static SyncRoute export(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "export-into-files", runId(sync.name()));
    }

    /** A module of a full export. */
    public static SyncRoute module(SyncDefinition sync, String module) {
        SyncRoute route = reading("module-into-files", sync, module)
                .with("lineItems", Boolean.toString(SourceCrm.hasItems(sync, module)));
        return sync.to() instanceof Target.Table ? route.with("parallelism", READERS) : route;
    }

    /** What asks the CRM of a feed of all modules which there are. */
    public static SyncRoute modules(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "modules-of-crm", modulesId(sync.name()));
    }

    /** A module of a feed of all modules whose records have no time of modification. */
    public static SyncRoute wholeModule(SyncDefinition sync, String module) {
        return reading("whole-module-into-files", sync, module);
    }

    /** The relations of the records of a module, which a feed looks at by and by. */
    public static SyncRoute relations(SyncDefinition sync, String module) {
        return SyncRoute.of(sync.name(), "relations-again", relationsId(sync, module))
                .with("module", module);
    }

    private static SyncRoute reading(String template, SyncDefinition sync, String module) {
        SyncRoute route =
                SyncRoute.of(sync.name(), template, moduleId(sync, module)).with("module", module);
        return with(
                "where",
                SourceCrm.where(sync, module).map(where -> "RAW(" + where + ")"),
                with("connection", SourceCrm.of(sync).connection(), route));
    }

    private static SyncRoute with(String parameter, Optional<String> value, SyncRoute route) {
        return value.map(given -> route.with(parameter, given)).orElse(route);
    }

    private static SyncRoute intoUri(String id, EndpointUri uri) {
        return new SyncRoute("messages-into-uri", id, Map.of("name", id, "uri", uri.text()));
    }

    /** Messages of an endpoint that become records of a CRM. */
    public static SyncRoute messages(SyncDefinition sync) {
        return SyncRoute.of(sync.name(), "messages-into-crm", messagesId(sync.name()))
                .with("uri", ConsumerAddress.of(((Source.Uri) sync.from()).uri(), sync.name()));
    }

    /** What sends those on that cannot be written. */
    public static SyncRoute dead(SyncDefinition sync) {
        return intoUri(
                deadId(sync.name()), ((Source.Uri) sync.from()).deadLetter().orElseThrow());
    }

    /** What sends messages to an endpoint. */
    public static SyncRoute send(SyncDefinition sync) {
        return intoUri(sendId(sync.name()), ((Target.Uri) sync.to()).uri());
    }

    /** What the tables of a module lack, which a feed looks for by and by. */
    public static SyncRoute fill(SyncDefinition sync, String module) {
        return SyncRoute.of(sync.name(), "table-fill", moduleId(sync, module) + "-fill")
                .with("module", module);
    }

    /** The bean that says when the first poll of a module is made, where modules wait for each other. */
    public static String turnId(SyncDefinition sync, String module) {
        return moduleId(sync, module) + "-turn";
    }

    /** Two syncs may follow one module, and one sync the same module of two CRMs. */
    public static String cursorKey(SyncDefinition sync, String module) {
        return cursorKey(SourceCrm.of(sync).connection(), sync.name(), module);
    }

    /** The same for a name that the sync has, had or is to have. */
    public static String cursorKey(Optional<String> connection, String sync, String module) {
        return "sync:" + connection.orElse("") + ":" + sync + ":" + module;
    }
}
