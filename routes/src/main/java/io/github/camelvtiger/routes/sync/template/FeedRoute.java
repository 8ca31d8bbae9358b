package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.WaitingPolls;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The route that follows the changes of a module. */
public final class FeedRoute {

    /** How often the rows of tables are compared with the CRM's records, if the sync file does not say. */
    private static final String SWEEP = "1d";

    private FeedRoute() {}

    /** Changes of a module that become files, messages or rows. */
    public static SyncRoute of(SyncDefinition sync, String module) {
        return sync.to() instanceof Target.Table
                ? feed("feed-into-tables", sync, module, "").with("steps", SyncRouteList.portionsId(sync.name()))
                : feed("feed-into-files", sync, module, "").with("steps", SyncRouteList.stepsId(sync.name()));
    }

    /**
     * Changes of a module that become records of a CRM.
     *
     * @param leavesOut whether what this application itself writes to the module is left out
     */
    public static SyncRoute intoCrm(SyncDefinition sync, String module, boolean leavesOut) {
        return feed("feed-into-crm", sync, module, leavesOut ? "&ignoreOwnChanges=true" : "");
    }

    private static SyncRoute feed(String template, SyncDefinition sync, String module, String options) {
        String id = SyncRouteList.moduleId(sync, module);
        return new SyncRoute(template, id, Map.of())
                .with("steps", id)
                .with("module", module)
                .with("cursorKey", SyncRouteList.cursorKey(sync, module))
                .with("startFrom", start(sync))
                .with(
                        "events",
                        sync.deletions() instanceof Deletions.Events ? "created,updated,deleted" : "created,updated")
                .with("lineItems", Boolean.toString(SourceCrm.hasItems(sync, module)))
                .with("watch", watch(sync, module))
                .with("options", options(sync, module) + options);
    }

    /** The records before it a table that begins with the newest is filled with. */
    private static String start(SyncDefinition sync) {
        return sync.to() instanceof Target.Table to && to.order() == Target.Table.Order.NEWEST
                ? "now"
                : sync.start().name().toLowerCase(Locale.ROOT);
    }

    /** A table that begins with what changes from now on is not what its module is. */
    private static boolean hasAll(SyncDefinition sync) {
        return sync.to() instanceof Target.Table to
                && (sync.start() == SyncDefinition.Start.BEGINNING || to.order() == Target.Table.Order.NEWEST);
    }

    private static String watch(SyncDefinition sync, String module) {
        if (sync.isMigration()) {
            return SyncRouteList.turnId(sync, module);
        }
        return sync.after().isPresent() ? WaitingPolls.name(sync.name()) : "crmWatch";
    }

    private static String options(SyncDefinition sync, String module) {
        Source.Crm from = SourceCrm.of(sync);
        return SourceCrm.where(sync, module)
                        .map(where -> "&where=RAW(" + where + ")")
                        .orElse("")
                + from.sweep()
                        .or(() -> sync.to() instanceof Target.Table ? Optional.of(SWEEP) : Optional.empty())
                        .map(sweep -> "&sweepPeriod=" + sweep)
                        .orElse("")
                + (hasAll(sync) ? "&sweepListener=#" + SyncRouteList.sweepsId(sync.name()) : "")
                + from.connection().map(name -> "&connection=" + name).orElse("");
    }
}
