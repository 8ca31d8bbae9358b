package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one sync has put into a context: its routes, and the beans, services and threads that they need. All of it can be taken out again
 * while the others go on.
 *
 * <p>A sync that is to be taken out is first {@linkplain #close() closed}, so that no run begins any more; when it is {@linkplain #isIdle()
 * idle} it is {@linkplain #remove() removed}.
 */
public final class SyncParts {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final String CALLED = "direct:";

    private final CamelContext context;
    private final String sync;
    private final SyncRoute.Adding routes;
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> beans = new CopyOnWriteArrayList<>();
    private final Deque<Service> services = new ConcurrentLinkedDeque<>();
    private final List<ExecutorService> executors = new CopyOnWriteArrayList<>();
    private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();
    private final AtomicInteger uses = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean ending;

    /** @param routes adds a route to the context */
    public SyncParts(CamelContext context, String sync, SyncRoute.Adding routes) {
        this.context = context;
        this.sync = sync;
        this.routes = routes;
    }

    /** Adds a route. */
    public void add(SyncDefinition definition, SyncRoute route) {
        added(route.id());
        routes.add(definition, route);
    }

    /** A route that something else has added. */
    void added(String id) {
        ids.add(id);
    }

    /** Binds a bean that the routes refer to. */
    public void bind(String name, Object bean) {
        beans.add(name);
        context.getRegistry().bind(name, bean);
    }

    /** Starts a service, which stops after the routes. */
    public void start(Service service) throws Exception {
        services.push(service);
        context.addService(service);
    }

    /** A thread that ends after the services have stopped. */
    public ScheduledExecutorService thread(String name) {
        ScheduledExecutorService executor =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, name);
        executors.add(executor);
        return executor;
    }

    /** What is to be done when all the rest has been taken out. */
    public void afterwards(Runnable work) {
        afterwards.add(work);
    }

    /** No run begins any more; the one that is under way goes on. */
    public void close() {
        closed = true;
    }

    /** The run that is under way ends behind its present portion, as when the application stops. */
    public void end() {
        closed = true;
        ending = true;
    }

    /** Runs may begin again. */
    public void open() {
        closed = false;
    }

    /** Whether no run is to begin: the sync is to be taken out, or the application stops. */
    public boolean isClosed() {
        return closed || isEnding();
    }

    /** Whether what is under way is to end at the next place where it may. */
    public boolean isEnding() {
        return ending || context.isStopping();
    }

    /**
     * Something that uses the sync begins, other than an exchange of its routes.
     *
     * @return to be called at its end; empty if the sync is about to be taken out
     */
    public Optional<Runnable> use() {
        uses.incrementAndGet();
        if (isClosed()) {
            uses.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(uses::decrementAndGet);
    }

    /** Whether no run of it is under way. */
    public boolean isIdle() {
        return uses.get() == 0 && context.getInflightRepository().size(SyncRouteList.runId(sync)) == 0;
    }

    /**
     * Takes everything out. Deliveries in flight come to their end first, or come again, as when the application stops.
     */
    public void remove() {
        end();
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        // What begins something before what it calls.
        present().stream().filter(route -> !isCalled(route)).forEach(this::stop);
        // With those that one of them has added meanwhile, of a module that is new.
        List<Route> present = present();
        present.forEach(this::stop);
        for (String id : ids) {
            attempt(id, () -> {
                RouteDefinition route = model.getRouteDefinition(id);
                if (route != null) {
                    model.removeRouteDefinition(route);
                }
            });
        }
        present.forEach(this::removeDelegate);
        services.forEach(service -> attempt("service", () -> {
            context.removeService(service);
            ServiceHelper.stopAndShutdownService(service);
        }));
        executors.forEach(executor -> context.getExecutorServiceManager().shutdownNow(executor));
        beans.forEach(context.getRegistry()::unbind);
        afterwards.forEach(Runnable::run);
    }

    private List<Route> present() {
        return ids.stream()
                .map(context::getRoute)
                .filter(route -> route != null)
                .toList();
    }

    private static boolean isCalled(Route route) {
        return route.getEndpoint().getEndpointUri().startsWith(CALLED);
    }

    private void stop(Route route) {
        attempt(route.getRouteId(), () -> context.getRouteController().stopRoute(route.getRouteId()));
    }

    /** What a component such as {@code master} has made of the rest of an address is not known as an endpoint of the route. */
    private void removeDelegate(Route route) {
        if (route.getEndpoint() instanceof DelegateEndpoint outer) {
            Endpoint inner = outer.getEndpoint();
            attempt(route.getRouteId(), () -> context.removeEndpoint(inner));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** One part that cannot be taken out does not keep the others. */
    private void attempt(String what, Work work) {
        try {
            work.run();
        } catch (Exception e) {
            LOG.warn("{}: {} of its former form could not be taken out: {}", sync, what, e.toString());
        }
    }
}
