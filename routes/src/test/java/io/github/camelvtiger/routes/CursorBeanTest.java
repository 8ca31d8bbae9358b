package io.github.camelvtiger.routes;

import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.changes.JdbcCursorStore;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

/** A store in a database by settings alone, as the page of clusters shows it. */
class CursorBeanTest {

    private static final String DATABASE = "jdbc:h2:mem:cursor-bean;DB_CLOSE_DELAY=-1";

    @Test
    void aStoreAmongTheBeansIsUsed() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            Main main = new Main();
            main.setDefaultPropertyPlaceholderLocation("false");
            main.configure().setRoutesIncludePattern("false");
            main.addInitialProperty("camel.beans.dataSource", "#class:org.h2.jdbcx.JdbcDataSource");
            main.addInitialProperty("camel.beans.dataSource.url", DATABASE);
            main.addInitialProperty(
                    "camel.beans.cursors", "#class:" + JdbcCursorStore.class.getName() + "(#bean:dataSource)");
            main.addInitialProperty("camel.component.vtiger.url", crm.url());
            main.addInitialProperty("camel.component.vtiger.username", crm.username());
            main.addInitialProperty("camel.component.vtiger.access-key", crm.accessKey());
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:changes/Contacts?startFrom=beginning&initialDelay=0&delay=100")
                            .log("${body[lastname]}");
                }
            });
            main.start();
            try {
                crm.crm().create("Contacts", Map.of("lastname", "Anna"));
                await().atMost(Duration.ofSeconds(60)).until(() -> deliveries() == 1);
            } finally {
                main.stop();
            }
        }
    }

    private static int deliveries() throws Exception {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'VTIGER_CURSOR_ENTRY'")) {
            tables.next();
            if (tables.getInt(1) == 0) {
                return 0;
            }
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM vtiger_cursor_entry")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
