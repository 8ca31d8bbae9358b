package io.github.camelvtiger.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of a feed behind {@code master:}, of which one leads: its consumer belongs to no route. */
class MasterMetersTest {

    private static final Duration TAKEOVER = Duration.ofMinutes(1);

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    @TempDir
    Path directory;

    @Test
    void theLeaderHasTheMetersOfTheFeedAndItsSuccessorHasThemAfterIt() throws Exception {
        try (Instance first = new Instance()) {
            await().atMost(TAKEOVER).until(first::hasMeters);
            try (Instance second = new Instance()) {
                crm.crm().create("Leads", Map.of("lastname", "First", "company", "Acme"));
                await().atMost(TAKEOVER).until(() -> first.delivered() == 1);
                assertThat(second.hasMeters()).isFalse();

                first.context.stop();
                assertThat(first.hasMeters()).isFalse();
                await().atMost(TAKEOVER).until(second::hasMeters);
                crm.crm().create("Leads", Map.of("lastname", "Second", "company", "Acme"));
                await().atMost(TAKEOVER).until(() -> second.delivered() >= 1);
                await().atMost(TAKEOVER).until(() -> second.figure("lag") == 0);
                assertThat(second.figure("inflight")).isZero();
                assertThat(second.figure("parked")).isZero();
            }
        }
    }

    /** An application of its own, but for the process. */
    private final class Instance implements AutoCloseable {

        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final CamelContext context = new DefaultCamelContext();

        private Instance() throws Exception {
            context.getRegistry().bind("metricsRegistry", meters);
            FileLockClusterService locks = new FileLockClusterService();
            locks.setRoot(directory.resolve("locks").toString());
            locks.setAcquireLockDelay(100, TimeUnit.MILLISECONDS);
            locks.setAcquireLockInterval(100, TimeUnit.MILLISECONDS);
            context.addService(locks);
            VtigerComponent component = context.getComponent("vtiger", VtigerComponent.class);
            component.getConfiguration().setUrl(crm.url());
            component.getConfiguration().setUsername(crm.username());
            component.getConfiguration().setAccessKey(crm.accessKey());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("master:leads:vtiger:changes/Leads?delay=50&initialDelay=0&startFrom=beginning"
                                    + "&cursorDirectory=RAW(" + directory.resolve("cursors") + ")")
                            .to("log:leads?level=DEBUG");
                }
            });
            context.start();
        }

        private boolean hasMeters() {
            return meters.getMeters().stream().map(Meter::getId).anyMatch(id -> id.getName()
                    .startsWith("camel.vtiger.feed"));
        }

        private double figure(String name) {
            return meters.get("camel.vtiger.feed." + name)
                    .tags("operation", "changes", "module", "Leads", "routeId", "none")
                    .gauge()
                    .value();
        }

        private double delivered() {
            return meters.get("camel.vtiger.feed.deliveries")
                    .tags("routeId", "none", "event", "created", "outcome", "delivered")
                    .functionCounter()
                    .count();
        }

        @Override
        public void close() {
            context.stop();
        }
    }
}
