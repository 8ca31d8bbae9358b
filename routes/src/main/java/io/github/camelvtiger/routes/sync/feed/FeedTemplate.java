package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** The parameters of the templates whose routes follow a module of a CRM. */
public final class FeedTemplate {

    private FeedTemplate() {}

    /**
     * A route that follows a module, and is still to be added.
     *
     * @param steps the bean that takes the records; the route has its name
     * @param options more options of the feed, each after an {@code &}
     */
    public static TemplatedRouteBuilder of(
            CamelContext context, String template, SyncDefinition sync, String module, String steps, String options) {
        return TemplatedRouteBuilder.builder(context, template)
                .routeId(steps)
                .parameter("steps", steps)
                .parameter("module", module)
                .parameter("cursorKey", cursorKey(sync, module))
                .parameter("startFrom", sync.start().name().toLowerCase(Locale.ROOT))
                .parameter(
                        "events",
                        sync.deletions() instanceof Deletions.Events ? "created,updated,deleted" : "created,updated")
                .parameter("lineItems", SourceCrm.hasItems(sync, module))
                .parameter("watch", sync.after().isPresent() ? WaitingPolls.name(sync.name()) : "crmWatch")
                .parameter("options", options(sync, module) + options);
    }

    /** The cursor of a module: two syncs may follow one module, and one sync the same module of two CRMs. */
    public static String cursorKey(SyncDefinition sync, String module) {
        return "sync:" + SourceCrm.of(sync).connection().orElse("") + ":" + sync.name() + ":" + module;
    }

    private static String options(SyncDefinition sync, String module) {
        Source.Crm from = SourceCrm.of(sync);
        return SourceCrm.where(sync, module)
                        .map(where -> "&where=RAW(" + where + ")")
                        .orElse("")
                + from.sweep().map(sweep -> "&sweepPeriod=" + sweep).orElse("")
                + from.connection().map(name -> "&connection=" + name).orElse("");
    }
}
