package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * A route of a sync, as its template makes it.
 *
 * @param template the template's id, and the name of its file
 * @param id the route's
 * @param parameters those of the template; one that is not required may be missing
 */
public record SyncRoute(String template, String id, Map<String, String> parameters) {

    /** With it the id of each route of a sync begins. */
    public static final String PREFIX = "sync-";

    public SyncRoute {
        parameters = Map.copyOf(parameters);
    }

    /** One whose template needs only the name of its sync. */
    static SyncRoute of(String sync, String template, String id) {
        return new SyncRoute(template, id, Map.of("sync", sync));
    }

    SyncRoute with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new SyncRoute(template, id, more);
    }

    /** Adds it to a context that has its template. */
    public void add(CamelContext context) {
        TemplatedRouteBuilder route =
                TemplatedRouteBuilder.builder(context, template).routeId(id);
        parameters.forEach(route::parameter);
        route.add();
    }

    /** What takes the routes of syncs. */
    public interface Adding {

        void add(SyncDefinition sync, SyncRoute route);
    }
}
