package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;

/**
 * Routes of a sync that a person owns, in a file beside the sync file: they take the place of those that the application makes of
 * its templates.
 */
public final class OwnRoutes {

    /** Marks a route that is one of a sync, although no template made it. */
    public static final String PROPERTY = "sync";

    private static final String WITHOUT_BEGINNING = "direct:";

    private final CamelContext context;
    private final SyncDefinition sync;
    private final Path file;

    private OwnRoutes(CamelContext context, SyncDefinition sync, Path file) {
        this.context = context;
        this.sync = sync;
        this.file = file;
    }

    /** Those of a sync; empty if it has none. */
    public static Optional<OwnRoutes> of(CamelContext context, SyncDefinition sync) {
        return exist(sync) ? Optional.of(new OwnRoutes(context, sync, file(sync))) : Optional.empty();
    }

    /** Whether there is a file of them. */
    public static boolean exist(SyncDefinition sync) {
        return Files.isRegularFile(file(sync));
    }

    /** Where they are, if there are any. */
    public static Path file(SyncDefinition sync) {
        String name = sync.file().getFileName().toString();
        return sync.file().resolveSibling(name.substring(0, name.lastIndexOf('.')) + SyncFiles.ROUTES);
    }

    /**
     * Adds them to the context, which has the beans that they refer to. If one of them does not start, none is left.
     *
     * @param begins whether also those that begin by themselves, such as feeds
     * @param parts of the sync, which get them
     * @throws IllegalArgumentException with one sentence if the file cannot be understood, or a route of it does not start
     */
    public void add(boolean begins, SyncParts parts) {
        List<RouteDefinition> added = new ArrayList<>();
        try {
            RouteBuilder routes = builder();
            routes.addLifecycleInterceptor(new Marking(begins, added));
            context.addRoutes(routes);
            requireRun(added);
            added.forEach(route -> parts.added(route.getRouteId()));
        } catch (Exception e) {
            remove(added);
            throw unusable(e);
        }
    }

    private RouteBuilder builder() throws Exception {
        // By the kind of file: Camel takes "routes.yaml" for the whole extension of the name.
        return (RouteBuilder) PluginHelper.getRoutesLoader(context)
                .getRoutesLoader("yaml")
                .loadRoutesBuilder(
                        PluginHelper.getResourceLoader(context).resolveResource("file:" + file.toAbsolutePath()));
    }

    private IllegalArgumentException unusable(Exception failure) {
        return new IllegalArgumentException(
                "The routes in " + file + " cannot be used: "
                        + Sentence.of(failure).replaceAll("[\\s^]+", " ").strip(),
                failure);
    }

    /**
     * To be called before those of a sync that runs are taken out.
     *
     * @throws IllegalArgumentException with one sentence if the file cannot be understood
     */
    public void requireReadable() {
        try {
            RouteBuilder routes = builder();
            routes.setCamelContext(context);
            routes.configure();
            requireRun(routes.getRouteCollection().getRoutes());
        } catch (Exception e) {
            throw unusable(e);
        }
    }

    private void remove(List<RouteDefinition> added) {
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        try {
            model.removeRouteDefinitions(added);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireRun(List<RouteDefinition> added) {
        String run = SyncRouteList.runId(sync.name());
        boolean hasOne = SyncRouteList.of(sync, module -> false).stream()
                .anyMatch(route -> route.id().equals(run));
        if (hasOne && added.stream().noneMatch(route -> run.equals(route.getRouteId()))) {
            throw new IllegalArgumentException("There is no route with the id '" + run
                    + "', by which the sync is run; 'sync eject " + sync.name() + "' writes one.");
        }
    }

    private record Marking(boolean begins, List<RouteDefinition> added) implements RouteBuilderLifecycleStrategy {

        @Override
        public void afterConfigure(RouteBuilder builder) {
            List<RouteDefinition> routes = builder.getRouteCollection().getRoutes();
            if (!begins) {
                routes.removeIf(route -> !route.getInput().getUri().startsWith(WITHOUT_BEGINNING));
            }
            routes.forEach(route -> route.routeProperty(PROPERTY, "true"));
            added.addAll(routes);
        }
    }
}
