package io.github.camelvtiger.routes;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;

/** The application as a user starts it, in this process, with its files in a directory of the test. */
final class RunningApplication implements AutoCloseable {

    private final RoutesApplication application = new RoutesApplication(false);

    static RunningApplication against(SimulatorServer crm, Path directory, Map<String, String> settings) {
        RunningApplication running = new RunningApplication();
        running.set("vtiger.url", crm.url());
        running.set("vtiger.username", crm.username());
        running.set("vtiger.access-key", crm.accessKey());
        running.set("data.directory", directory.toString());
        running.set("poll.delay", "500");
        running.set("camel.main.shutdown-timeout", "5");
        settings.forEach(running::set);
        running.application.main().start();
        return running;
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

    @Override
    public void close() {
        application.main().stop();
    }
}
