package io.github.camelvtiger.routes;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/**
 * The application in this process, with its files in a directory of the test: the syncs of {@code syncs.directory}, and of the
 * examples beside them those that the test switches on.
 */
final class RunningApplication implements AutoCloseable {

    /** The syncs that the application brings. */
    static final Map<String, String> BUNDLED = Map.of(
            "syncs.directory",
            Path.of("..", "syncs").toAbsolutePath().normalize().toString());

    private final RoutesApplication application = new RoutesApplication(LaunchOptions.parse());
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "application");

    static RunningApplication against(SimulatorServer crm, Path directory, Map<String, String> settings) {
        RunningApplication running = new RunningApplication();
        running.set("vtiger.url", crm.url());
        running.set("vtiger.username", crm.username());
        running.set("vtiger.access-key", crm.accessKey());
        running.set("data.directory", directory.toString());
        running.set("poll.delay", "500");
        running.set("syncs.directory", directory.resolve("syncs").toString());
        running.set("syncs.minimum-age", "200ms");
        running.set("export.enabled", "false");
        running.set("tickets.enabled", "false");
        running.set("poll.minimum", "100");
        running.set("camel.management.enabled", "false");
        running.set("camel.main.shutdown-timeout", "5");
        settings.forEach(running::set);
        running.thread.start();
        running.started.join();
        return running;
    }

    private void run() {
        application.main().addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport main) {
                started.complete(null);
            }
        });
        try {
            application.main().run();
        } catch (Exception e) {
            started.completeExceptionally(e);
        }
    }

    private void set(String key, String value) {
        application.main().addOverrideProperty(key, value);
    }

    CamelContext context() {
        return application.main().getCamelContext();
    }

    FluentProducerTemplate to(String uri) {
        return context().createFluentProducerTemplate().to(uri);
    }

    /** As Ctrl-C does it. */
    @Override
    public void close() {
        application.main().completed();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
