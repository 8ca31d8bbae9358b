package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.ConsumerStatus.Deliveries;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.management.ObjectName;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of consumers while they run: in the component, the MBean, the health check and the dev console. */
class ConsumerStatusTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path cursors;

    private final ManualClock clock = new ManualClock(BEGIN);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean failing;
    private SimulatorServer server;
    private DefaultCamelContext context;

    @BeforeEach
    void startServer() {
        server = SimulatorServer.builder().seed("empty").clock(clock).start();
        context = ClockedVtiger.context(clock);
        context.setDevConsole(true);
    }

    @AfterEach
    void stop() throws Exception {
        released.countDown();
        context.close();
        server.close();
    }

    @Test
    void aStuckRouteIsSeenByLagAndInFlight() throws Exception {
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        start("", exchange -> released.await());
        await().until(() -> status().inFlight() == 1);
        clock.advance(Duration.ofMinutes(10));
        assertThat(status().lag()).isEqualTo(Duration.ofSeconds(604));
        assertThat(console())
                .contains("changes of Contacts in feed: 1 in flight, 0 delivered, 0 failed, 604 s behind, 0 parked");
        assertThat(bean("Lag")).isEqualTo(604L);
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);

        released.countDown();
        await().until(() -> status().deliveries().equals(List.of(delivered("created", 1))));
        await().untilAsserted(() -> assertThat(status().lag()).isZero());
        assertThat(status().inFlight()).isZero();
        assertThat(bean("Delivered")).isEqualTo(1L);
    }

    @Test
    void whatIsParkedIsCountedAndNoLag() throws Exception {
        failing = true;
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        start("&onFailure=park", this::failOrNot);
        await().until(() -> status().parked() == 1);
        await().untilAsserted(() -> assertThat(status().lag()).isZero());
        assertThat(status().deliveries()).containsExactly(new Deliveries("created", DeliveryOutcome.PARKED, 1));
        assertThat(health().getDetails()).containsEntry("feed.parked", 1).containsEntry("feed.lag", 0L);
        assertThat(bean("Parked")).isEqualTo(1);
        assertThat(bean("Failed")).isEqualTo(1L);

        failing = false;
        clock.advance(Duration.ofMinutes(1));
        await().until(() -> status().parked() == 0);
        assertThat(status().deliveries())
                .containsExactly(delivered("created", 1), new Deliveries("created", DeliveryOutcome.PARKED, 1));
    }

    @Test
    void whileTheCrmIsDownTheLagGrows() throws Exception {
        start("", this::failOrNot);
        await().atMost(Duration.ofSeconds(30)).until(() -> health().getState() == HealthCheck.State.UP);
        server.stop();
        await().atMost(Duration.ofSeconds(30)).until(() -> health().getState() == HealthCheck.State.DOWN);
        clock.advance(Duration.ofMinutes(10));
        assertThat(status().lag()).isBetween(Duration.ofMinutes(10), Duration.ofSeconds(610));
        server.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status().lag()).isZero());
    }

    @Test
    void aFeedWhoseCrmWasNeverThereIsBehindSinceItsStart() throws Exception {
        server.stop();
        start("", this::failOrNot);
        clock.advance(Duration.ofMinutes(10));
        await().untilAsserted(() -> assertThat(status().lag()).isEqualTo(Duration.ofMinutes(10)));
    }

    @Test
    void aConsumerIsSeenWhileItRunsAlsoWithoutARoute() throws Exception {
        Consumer consumer = context.getEndpoint(uri("")).createConsumer(this::failOrNot);
        context.start();
        assertThat(component().consumerStatus()).isEmpty();
        consumer.start();
        assertThat(component().consumerStatus()).singleElement().satisfies(status -> {
            assertThat(status.operation()).isEqualTo("changes");
            assertThat(status.module()).isEqualTo("Contacts");
            assertThat(status.user()).isEqualTo(server.username());
            assertThat(status.routeId()).isNull();
        });
        consumer.stop();
        assertThat(component().consumerStatus()).isEmpty();
    }

    @Test
    void theRowsOfAQueryAreCountedWithoutEvent() throws Exception {
        create("Anna");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("&repeatCount=1").replace("changes/", "query/"))
                        .routeId("feed")
                        .process(ConsumerStatusTest.this::failOrNot);
            }
        });
        context.start();
        await().until(() -> status().deliveries().equals(List.of(delivered(null, 1))));
        assertThat(status().lag()).isNull();
        assertThat(console()).contains("query of Contacts in feed: 0 in flight, 1 delivered, 0 failed\n");
    }

    private static Deliveries delivered(String event, long count) {
        return new Deliveries(event, DeliveryOutcome.DELIVERED, count);
    }

    private void failOrNot(Exchange exchange) {
        if (failing) {
            throw new IllegalStateException("the route fails");
        }
    }

    private void start(String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(options)).routeId("feed").process(processor);
            }
        });
        context.start();
    }

    private String uri(String options) {
        return "vtiger:changes/Contacts?delay=50&initialDelay=0&connectTimeout=1000&readAttempts=1&startFrom=" + BEGIN
                + "&url=" + server.url() + "&username=" + server.username() + "&accessKey=RAW(" + server.accessKey()
                + ")&cursorDirectory=RAW(" + cursors + ")" + options;
    }

    private void create(String lastName) {
        server.crm().create("Contacts", Map.of("lastname", lastName));
    }

    private VtigerComponent component() {
        return context.getComponent("vtiger", VtigerComponent.class);
    }

    private ConsumerStatus status() {
        return component().consumerStatus().get(0);
    }

    private String console() {
        return context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("vtiger")
                .call(DevConsole.MediaType.TEXT)
                .toString();
    }

    private HealthCheck.Result health() {
        return HealthCheckRegistry.get(context)
                .getCheck("consumer:vtiger-changes-Contacts-feed")
                .orElseThrow()
                .call();
    }

    private Object bean(String attribute) throws Exception {
        ObjectName name = ManagementFactory.getPlatformMBeanServer()
                .queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getName()
                                + ",type=consumers,name=ChangesConsumer*"),
                        null)
                .iterator()
                .next();
        return ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute);
    }
}
