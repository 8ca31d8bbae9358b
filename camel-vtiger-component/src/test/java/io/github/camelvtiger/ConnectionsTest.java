package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {

    private SimulatorServer crm;

    @BeforeAll
    void startCrm() {
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterAll
    void stopCrm() {
        crm.close();
    }

    @Test
    void twentyConnectionsAreListedAndThoseThatFailDoNotTouchTheOthers() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            for (int number = 10; number < 30; number++) {
                String key = number % 5 == 0 ? "not-the-key" : crm.accessKey();
                String url = number % 7 == 0 ? "http://127.0.0.1:" + freePort() : crm.url();
                context.getRegistry().bind("crm" + number, connection(url, key));
            }
            context.start();

            List<Map<String, Object>> rows = rows(context);

            assertThat(rows).hasSize(20).extracting(row -> row.get("name")).startsWith("crm10", "crm11", "crm12");
            for (Map<String, Object> row : rows) {
                int number = Integer.parseInt(row.get("name").toString().substring(3));
                boolean works = number % 5 != 0 && number % 7 != 0;
                assertThat(row).as("%s", row.get("name")).containsEntry("works", works);
                if (works) {
                    assertThat(row)
                            .contains(
                                    entry("problem", null),
                                    entry("release", "8.2.0"),
                                    entry("administrator", true),
                                    entry("clockDifference", 0L),
                                    entry("username", "admin"));
                } else {
                    assertThat(row).containsEntry("reachable", number % 7 != 0);
                    assertThat(row.get("problem")).asString().isNotBlank().doesNotContain("not-the-key");
                }
            }
            assertThat(rows.toString()).doesNotContain(crm.accessKey());
        }
    }

    @Test
    void capabilitiesAreShownWithReasonAndCure() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("main", connection(crm.url(), crm.accessKey()));
            context.start();

            Map<?, ?> capabilities = (Map<?, ?>) rows(context).get(0).get("capabilities");

            assertThat(capabilities.get("count(*)")).isEqualTo(Map.of("state", "available"));
            assertThat((Map<?, ?>) capabilities.get("files_retrieve"))
                    .extracting("state")
                    .isEqualTo("unavailable");
            assertThat(((Map<?, ?>) capabilities.get("files_retrieve")).get("cure"))
                    .asString()
                    .contains("administrator");
        }
    }

    @Test
    void sessionsThatTheCrmHasForgottenAreCounted() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("main", connection(crm.url(), crm.accessKey()));
            context.start();
            assertThat(rows(context).get(0)).containsEntry("sessionsLost", 0).doesNotContainKey("sessionLostAfter");

            crm.faults().expireSessions();
            rows(context);

            assertThat(rows(context).get(0)).containsEntry("sessionsLost", 1).containsKey("sessionLostAfter");
        }
    }

    @Test
    void theComponentsOwnConnectionIsTheFirstAndAnIncompleteBeanSaysWhatItLacks() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            VtigerComponent component = context.getComponent("vtiger", VtigerComponent.class);
            component.getConfiguration().setUrl(crm.url());
            component.getConfiguration().setUsername("admin");
            component.getConfiguration().setAccessKey(crm.accessKey());
            context.getRegistry().bind("half", connection(crm.url(), null));
            context.start();

            List<Map<String, Object>> rows = rows(context);

            assertThat(rows).extracting(row -> row.get("name")).containsExactly("vtiger", "half");
            assertThat(rows.get(0)).containsEntry("works", true);
            assertThat(rows.get(1)).containsEntry("works", false);
            assertThat(rows.get(1).get("problem")).asString().contains("accessKey");
        }
    }

    @Test
    void anApplicationWithoutConnectionsHasNone() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();

            assertThat(rows(context)).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(CamelContext context) throws Exception {
        try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            return template.to("vtiger:connections").request(List.class);
        }
    }

    private static VtigerConnection connection(String url, String key) {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(url);
        connection.setUsername("admin");
        connection.setAccessKey(key);
        connection.setReadAttempts(1);
        return connection;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
