package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.JdbcCursorStore;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Message;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Camel contexts, as of several processes, whose cursors are in one database. */
class SharedCursorTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final ManualClock clock = new ManualClock(BEGIN);
    private final List<String> first = new CopyOnWriteArrayList<>();
    private final List<String> second = new CopyOnWriteArrayList<>();
    private final List<DefaultCamelContext> contexts = new CopyOnWriteArrayList<>();
    private SimulatorServer crm;

    @BeforeEach
    void startCrm() throws Exception {
        crm = SimulatorServer.builder().seed("empty").clock(clock).start();
    }

    @AfterEach
    void stop() throws Exception {
        for (DefaultCamelContext context : contexts) {
            context.close();
        }
        crm.close();
        database.dispose();
    }

    @Test
    void theOneStoreInTheRegistryIsUsedAndTheNextContextGoesOnWhereTheLastStopped() throws Exception {
        DefaultCamelContext context = follow(new JdbcCursorStore(database), first);
        create("Anna");
        await().until(() -> first.equals(List.of("Anna")));
        context.close();
        create("Berta");
        follow(new JdbcCursorStore(database), second);
        await().until(() -> second.equals(List.of("Berta")));
    }

    @Test
    void whereTheCursorIsTakenAwayTheConsumerStops() throws Exception {
        DefaultCamelContext late = follow(new JdbcCursorStore(database), first);
        create("Anna");
        await().until(() -> first.equals(List.of("Anna")));

        DefaultCamelContext next = follow(new JdbcCursorStore(database), second);
        await().until(() -> late.getRouteController().getRouteStatus("feed") == ServiceStatus.Stopped);
        create("Berta");
        await().until(() -> second.equals(List.of("Berta")));

        assertThat(first).containsExactly("Anna");
        assertThat(HealthCheckHelper.invoke(late))
                .filteredOn(result -> result.getState() == HealthCheck.State.DOWN)
                .extracting(result -> result.getMessage().orElse(""))
                .anyMatch(message -> message.contains("was taken over by process "));
        assertThat(late.getRouteController().getRouteStatus("feed")).isEqualTo(ServiceStatus.Stopped);

        late.getRouteController().startRoute("feed");
        await().until(() -> next.getRouteController().getRouteStatus("feed") == ServiceStatus.Stopped);
        create("Cilly");
        await().until(() -> first.equals(List.of("Anna", "Cilly")));
        assertThat(second).containsExactly("Berta");
    }

    @Test
    void whatIsKnownOfTheRecordsIsInTheDatabaseAsWell() throws Exception {
        String options =
                "&events=created,updated,deleted&deletedCheckPeriod=60000&sweepPeriod=60000&changedFields=true";
        DefaultCamelContext context = follow(new JdbcCursorStore(database), first, options);
        create("Anna");
        String berta = create("Berta");
        await().until(() -> first.equals(List.of("Anna", "Berta")));
        clock.advance(Duration.ofMinutes(5));
        await().untilAsserted(() -> assertThat(knownRecords()).isEqualTo(2));
        context.close();
        crm.crm().delete(berta);

        follow(new JdbcCursorStore(database), second, options);
        clock.advance(Duration.ofMinutes(5));
        await().until(() -> second.equals(List.of("deleted " + berta)));
        await().untilAsserted(() -> assertThat(knownRecords()).isEqualTo(1));
    }

    private int knownRecords() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM vtiger_known_record")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void aDatabaseThatFailsFailsOnlyThePoll() throws Exception {
        AtomicInteger failures = new AtomicInteger(3);
        CursorStore inTheDatabase = new JdbcCursorStore(database);
        follow(
                key -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new CursorException("The database is away.");
                    }
                    return inTheDatabase.open(key);
                },
                first);
        create("Anna");
        await().until(() -> first.equals(List.of("Anna")));
        assertThat(failures).hasNegativeValue();
    }

    private DefaultCamelContext follow(CursorStore store, List<String> received) throws Exception {
        return follow(store, received, "");
    }

    private DefaultCamelContext follow(CursorStore store, List<String> received, String options) throws Exception {
        DefaultCamelContext context = ClockedVtiger.context(clock);
        contexts.add(context);
        context.getRegistry().bind("cursors", CursorStore.class, store);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?initialDelay=0&delay=20&startFrom=" + BEGIN + "&url=" + crm.url()
                                + "&username=" + crm.username() + "&accessKey=RAW(" + crm.accessKey() + ")" + options)
                        .routeId("feed")
                        .process(exchange -> received.add(told(exchange.getIn())));
            }
        });
        context.start();
        return context;
    }

    private static String told(Message message) {
        Map<?, ?> record = message.getBody(Map.class);
        return "deleted".equals(message.getHeader(VtigerConstants.EVENT))
                ? "deleted " + record.get("id")
                : (String) record.get("lastname");
    }

    private String create(String lastname) {
        String id = crm.crm().create("Contacts", Map.of("lastname", lastname));
        clock.advance(Duration.ofSeconds(4));
        return id;
    }
}
