package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.h2.tools.Server;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The database of a sync is down at the start, and again later. */
class DatabaseOutageTest extends SyncApplicationTestSupport {

    private int port;

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("sql.warehouse.url", url());
        settings.put("sql.warehouse.username", "sa");
        settings.put("sql.warehouse.password", "s3cret");
        return settings;
    }

    private String url() {
        return "jdbc:h2:tcp://localhost:" + port
                + "/./warehouse;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    }

    @Test
    void recordsWaitForIt() throws IOException, SQLException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "status"))
                    .contains(
                            "the table of Contacts is not complete: The database 'warehouse' at jdbc:h2:tcp://localhost:")
                    .doesNotContain("s3cret"));
            Server server = server();
            awaitName("Anna");
            server.stop();
            crm.crm().create("Contacts", Map.of("lastname", "Berta"));
            server = server();
            awaitName("Berta");
            server.stop();
            assertThat(command(0, "rejects", "contacts")).doesNotContain("Berta");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFillGoesOnWhereTheDatabaseStoppedIt() throws IOException, SQLException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse, order: newest }\n");
        for (int number = 0; number < 450; number++) {
            crm.crm().create("Contacts", Map.of("lastname", "C" + number));
        }
        Server server = server();
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> number("select count(*) from contacts") > 0);
            server.stop();
            server = server();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> number("select count(*) from contacts") == 450
                            && number("select count(*) from _syncs where filling") == 0);
            assertThat(command(0, "status")).as("a verification ends the fill").contains("verified until ");
            assertThat(application.context().isStarted()).isTrue();
        } finally {
            server.stop();
        }
    }

    private int number(String query) {
        return Jdbi.create(url(), "sa", "s3cret")
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private Server server() throws SQLException {
        return Server.createTcpServer("-tcpPort", "" + port, "-baseDir", directory.toString(), "-ifNotExists")
                .start();
    }

    private void awaitName(String name) {
        Jdbi database = Jdbi.create(url(), "sa", "s3cret");
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> database.withHandle(handle -> handle.createQuery("select lastname from contacts")
                        .mapTo(String.class)
                        .list()
                        .contains(name)));
    }
}
