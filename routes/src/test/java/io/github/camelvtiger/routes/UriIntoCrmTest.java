package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.fault.Fault;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Syncs whose source are endpoints of Camel, in an application that runs. */
class UriIntoCrmTest extends SyncApplicationTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void eachMessageBecomesRecordsOnce() throws Exception {
        sync(
                "leads",
                """
                from: { uri: "jms:queue:leads", id: orderNumber, deadLetter: "jms:queue:leads.dead" }
                to: { crm: Leads }
                map: { lastname: name, email: mail, annualrevenue: { from: revenue, number: "#,##0.00" } }
                locale: en-US
                """);
        try (RunningApplication application = application()) {
            send(application, "leads", "1", "{\"name\": \"Ada\", \"mail\": \"ada@example.com\"}");
            send(application, "leads", "1", "{\"name\": \"Ada\", \"mail\": \"ada@example.com\"}");
            send(
                    application,
                    "leads",
                    "2",
                    "[{\"name\": \"B\"}, {\"name\": \"C\", \"revenue\": \"much\"}, {\"name\": \"D\"}]");
            send(application, "leads", "3", "{\"name\": ");
            send(application, "leads", "4", "{\"name\": \"E\"}");
            await().atMost(PATIENCE).until(() -> names("Leads").contains("E"));
            assertThat(names("Leads")).containsExactly("Ada", "B", "D", "E");

            assertThat(dead(application, "leads.dead")).contains("2", "much");
            assertThat(dead(application, "leads.dead")).contains("3", "{\"name\": ", "broken");
            assertThat(command(0, "rejects", "leads"))
                    .contains("message 2, object 2", "much", "message 3", "broken")
                    .contains("2 rows wait");
            assertThat(command(0, "status")).containsPattern("leads: .*4 created.*2 rejected");
            assertThat(command(2, "run", "leads")).contains("takes messages by itself");

            assertThat(command(0, "undo", lastRun("leads"))).contains("4");
            assertThat(names("Leads")).isEmpty();
        }
    }

    @Test
    void whoAsksForItGetsAReply() throws Exception {
        sync(
                "ask",
                "from: { uri: 'jms:queue:ask' }\nto: { crm: Leads, match: [email] }\nmap: { lastname: name, email: mail }\n");
        sync("direct", "from: { uri: 'direct:leads', format: csv }\nto: { crm: Leads, match: [email] }\n");
        try (RunningApplication application = application()) {
            JsonNode created = JSON.readTree(ask(application, "{\"name\": \"Ada\", \"mail\": \"ada@example.com\"}"));
            assertThat(created.get("outcome").asText()).isEqualTo("created");
            assertThat(created.get("id").asText()).isEqualTo(only("Leads").get("id"));
            assertThat(created.get("message").asText()).startsWith("ID:");
            JsonNode again = JSON.readTree(ask(application, "{\"name\": \"Ada\", \"mail\": \"ADA@example.com\"}"));
            assertThat(again.get("outcome").asText()).isEqualTo("unchanged");
            MessageSchema.assertIsReply(again.toString());
            JsonNode refused = JSON.readTree(ask(application, "{\"name\": \"Ada\"}"));
            assertThat(refused.get("outcome").asText()).isEqualTo("rejected");
            assertThat(refused.get("reason").asText()).contains("email");

            String reply = application
                    .to("direct:leads")
                    .withBody("lastname;email\nBerta;b@example.com\nAda L.;ada@example.com\n")
                    .request(String.class);
            MessageSchema.assertIsReply(reply);
            assertThat(JSON.readTree(reply).get("records"))
                    .extracting(record -> record.get("outcome").asText())
                    .containsExactly("created", "updated");
            assertThat(JSON.readTree(application
                                    .to("direct:leads")
                                    .withBody(List.of(Map.of("lastname", "Carl", "email", "c@example.com")))
                                    .request(String.class))
                            .get("outcome")
                            .asText())
                    .as("a route of one's own may hand over records")
                    .isEqualTo("created");
        }
    }

    @Test
    void limitsSuspendTheEndpointAndAPersonLetsItGoOn() throws Exception {
        sync("limited", "from: { uri: 'jms:queue:limited' }\nto: { crm: Leads }\nlimits: { changes: 2 }\n");
        try (RunningApplication application = application()) {
            for (int number = 0; number < 5; number++) {
                send(application, "limited", "x", "{\"lastname\": \"L" + number + "\"}");
            }
            await().atMost(PATIENCE).until(() -> command(0, "status").contains("paused"));
            assertThat(names("Leads")).hasSize(2);
            assertThat(command(0, "run", "limited", "--approve")).contains("whatever the limits");
            await().atMost(PATIENCE).until(() -> names("Leads").size() == 5);
            assertThat(names("Leads")).containsExactlyInAnyOrder("L0", "L1", "L2", "L3", "L4");
            assertThat(command(0, "status")).doesNotContain("paused");
        }
    }

    @Test
    void aMessageWaitsForTheCrmAndARejectForAPerson() throws Exception {
        sync(
                "people",
                """
                from: { uri: "jms:queue:people" }
                to: { crm: Contacts }
                map: { lastname: name, account_id: { from: firm, reference: accountname } }
                """);
        crm.faults().failNext(5, Fault.CUT_BEFORE_EFFECT, "describe");
        try (RunningApplication application = application()) {
            send(application, "people", "1", "{\"name\": \"Ada\", \"firm\": \"ACME\"}");
            await().atMost(PATIENCE).until(() -> command(0, "rejects", "people").contains("ACME"));
            crm.crm().create("Accounts", Map.of("accountname", "ACME"));
            assertThat(command(0, "rejects", "people", "--retry")).contains("1 created");
            assertThat(names("Contacts")).containsExactly("Ada");
            send(application, "people", "2", "{\"name\": \"Berta\", \"firm\": \"ACME\"}");
            await().atMost(PATIENCE).until(() -> names("Contacts").contains("Berta"));
            assertThat(command(0, "rejects", "people")).doesNotContain("ACME");
        }
    }

    private static ConnectionFactory connections(RunningApplication application) {
        return application.context().getRegistry().lookupByNameAndType("connectionFactory", ConnectionFactory.class);
    }

    private static void send(RunningApplication application, String queue, String id, String body) throws Exception {
        ExternalBroker.send(connections(application), queue, session -> {
            TextMessage message = session.createTextMessage(body);
            message.setStringProperty("orderNumber", id);
            return message;
        });
    }

    private static String dead(RunningApplication application, String queue) throws Exception {
        return ExternalBroker.receive(
                connections(application),
                queue,
                message -> message.getStringProperty("orderNumber") + " " + message.getStringProperty("vtigerReason")
                        + " " + ((TextMessage) message).getText());
    }

    private static String ask(RunningApplication application, String body) {
        return application
                .to("jms:queue:ask?exchangePattern=InOut")
                .withBody(body)
                .request(String.class);
    }

    private Map<String, String> only(String module) {
        assertThat(crm.crm().records(module)).hasSize(1);
        return crm.crm().records(module).get(0);
    }

    private List<String> names(String module) {
        return crm.crm().records(module).stream()
                .map(record -> record.get("lastname"))
                .toList();
    }
}
