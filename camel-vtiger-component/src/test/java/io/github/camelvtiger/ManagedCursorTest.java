package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cursor of a running feed, by JMX. */
class ManagedCursorTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path cursors;

    private final ManualClock clock = new ManualClock(BEGIN);
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private volatile boolean failing = true;
    private SimulatorServer server;
    private DefaultCamelContext context;

    @BeforeEach
    void start() throws Exception {
        server = SimulatorServer.builder().seed("empty").clock(clock).start();
        server.crm().create("Contacts", Map.of("lastname", "Anna"));
        clock.advance(Duration.ofSeconds(4));
        context = new DefaultCamelContext();
        VtigerComponent component = new VtigerComponent();
        component.useClock(clock::now);
        context.addComponent("vtiger", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?delay=50&initialDelay=0&onFailure=park&cursorKey=mine&startFrom=" + BEGIN
                                + "&url=" + server.url() + "&username=" + server.username() + "&accessKey=RAW("
                                + server.accessKey() + ")&cursorDirectory=RAW(" + cursors + ")")
                        .process(ManagedCursorTest.this::receive);
            }
        });
        context.start();
        await().until(() -> tried.size() == 1);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.close();
    }

    @Test
    void itIsShownWithWhatWaits() throws Exception {
        assertThat(bean().getAttribute(name(), "CursorKey")).isEqualTo("mine");
        assertThat((String) call("showCursor")).contains("parked:       1 records");
        assertThat((List<?>) call("parkedRecords"))
                .singleElement()
                .asString()
                .contains("created, failed 1 times since 2026-03-01T10:00:04Z, tried again at 2026-03-01T10:01:04Z");
    }

    @Test
    void whatIsReleasedComesAtOnce() throws Exception {
        failing = false;
        assertThat(call("releaseParked", "all")).isEqualTo(1);
        await().until(() -> tried.size() == 2);
        await().until(() -> ((List<?>) call("parkedRecords")).isEmpty());
        assertThatThrownBy(() -> call("releaseParked", "12x999")).hasStackTraceContaining("12x999 is not parked");
    }

    @Test
    void whatIsDroppedIsGivenUp() throws Exception {
        assertThat(call("dropParked", "all")).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        server.crm().create("Contacts", Map.of("lastname", "Berta"));
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> tried.contains("Berta"));
        assertThat(tried).containsExactly("Anna", "Berta");
    }

    @Test
    void itIsSetToAnInstantAndReset() throws Exception {
        failing = false;
        call("releaseParked", "all");
        await().until(() -> tried.size() == 2);
        call("setCursor", BEGIN.toString());
        await().until(() -> tried.size() == 3);
        call("resetCursor");
        await().until(() -> tried.size() == 4);
        assertThat(tried).containsOnly("Anna");
        assertThatThrownBy(() -> call("setCursor", "yesterday")).hasStackTraceContaining("2026-01-31T00:00:00Z");
        assertThatThrownBy(() -> call("setCursor", "2030-01-01T00:00:00Z")).hasStackTraceContaining("future");
    }

    private void receive(Exchange exchange) {
        tried.add((String) exchange.getIn().getBody(Map.class).get("lastname"));
        if (failing) {
            throw new IllegalStateException("the route fails");
        }
    }

    private Object call(String operation, String... arguments) throws Exception {
        String[] types =
                Arrays.stream(arguments).map(argument -> String.class.getName()).toArray(String[]::new);
        return bean().invoke(name(), operation, arguments, types);
    }

    private ObjectName name() throws Exception {
        return bean().queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=consumers,*"),
                        null)
                .iterator()
                .next();
    }

    private MBeanServer bean() {
        return context.getManagementStrategy().getManagementAgent().getMBeanServer();
    }
}
