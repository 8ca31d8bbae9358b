package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Syncs from a CRM whose target are endpoints of Camel, in an application that runs. */
class CrmIntoUriTest extends SyncApplicationTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A message of a queue, outside of its session. */
    private record Received(Map<String, Object> properties, String body) {}

    @Test
    void eachChangeBecomesAMessageOfAQueue() throws Exception {
        sync(
                "leads",
                """
                from: { crm: Leads }
                to: { uri: "jms:queue:leads", key: email }
                start: beginning
                deletions: true
                map: { name: lastname, born: { from: description, date: dd.MM.yyyy } }
                """);
        sync("rows", "from: { crm: Leads }\nto: { uri: 'jms:queue:rows', format: csv }\nmap: { Name: lastname }\n");
        String ada = create("Leads", Map.of("lastname", "Ada", "email", "ada@example.com"));
        String soon = create("Leads", Map.of("lastname", "Soon", "description", "soon"));
        try (RunningApplication application = application()) {
            Received created = receive(application, "leads");
            assertThat(JSON.readTree(created.body())).isEqualTo(JSON.readTree("{\"name\":\"Ada\",\"born\":\"\"}"));
            assertThat(created.properties())
                    .containsEntry("vtigerEvent", "created")
                    .containsEntry("vtigerId", ada)
                    .containsEntry("vtigerModule", "Leads")
                    .containsEntry("JMSXGroupID", "ada@example.com");
            assertThat(created.properties().get("vtigerModifiedTime").toString())
                    .endsWith("Z");

            crm.crm().revise(ada, Map.of("lastname", "Ada \"L\""));
            Received updated = receive(application, "leads");
            assertThat(updated.properties()).containsEntry("vtigerEvent", "updated");
            assertThat(receive(application, "rows").body())
                    .as("from now on: who reads messages expects news")
                    .isEqualTo("Name\r\n\"Ada \"\"L\"\"\"\r\n");

            crm.crm().delete(ada);
            Received deleted = receive(application, "leads");
            assertThat(deleted.body()).isNull();
            assertThat(deleted.properties())
                    .containsEntry("vtigerEvent", "deleted")
                    .containsEntry("vtigerId", ada)
                    .as("the CRM does not say it any more")
                    .containsEntry("JMSXGroupID", "ada@example.com");

            assertThat(command(0, "rejects", "leads")).contains("Leads " + soon, "is not a time");
            assertThat(command(0, "status")).containsPattern("leads: .*1 created.*1 rejected");
            assertThat(command(2, "plan", "leads")).contains("follows changes by itself");
            assertThat(command(2, "undo", lastRun("leads"))).contains("did not write to a CRM");
        }
    }

    @Test
    void aServerThatIsDownIsWaitedForAndARecordThatItRefusesHoldsNothingUp() throws Exception {
        List<String> taken = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger status = new AtomicInteger(503);
        AtomicBoolean isNameKnown = new AtomicBoolean();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/leads", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.incrementAndGet();
            int answer = body.contains("Bad") && !isNameKnown.get() ? 422 : status.get();
            if (answer == 200) {
                taken.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().getFirst("vtiger-event") + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
            }
            byte[] text = answer == 422 ? "no such name".getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.sendResponseHeaders(answer, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        sync(
                "search",
                "from: { crm: Leads }\nto: { uri: 'http://127.0.0.1:"
                        + server.getAddress().getPort() + "/leads' }\nstart: beginning\nmap: { name: lastname }\n");
        for (String name : List.of("A", "Bad", "C")) {
            create("Leads", Map.of("lastname", name));
        }
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> asked.get() >= 2);
            assertThat(taken).isEmpty();
            status.set(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> taken.size() == 2);
            assertThat(command(0, "rejects", "search")).contains("no such name");
            assertThat(taken)
                    .containsExactly(
                            "POST created application/json; charset=UTF-8 {\"name\":\"A\"}",
                            "POST created application/json; charset=UTF-8 {\"name\":\"C\"}");
            isNameKnown.set(true);
            await().atMost(Duration.ofSeconds(60)).until(() -> taken.size() == 3);
            assertThat(taken.get(2)).as("tried again by itself").endsWith("{\"name\":\"Bad\"}");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(command(0, "rejects", "search", "--json"))
                            .doesNotContain("no such name"));
            assertThat(application.context().isStarted()).isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anExportSendsAllRecords() throws Exception {
        sync(
                "all",
                """
                from: { crm: [Leads, Contacts], cron: 0 0 2 1 1 ? }
                to: { uri: "jms:queue:all" }
                """);
        create("Leads", Map.of("lastname", "L"));
        create("Contacts", Map.of("lastname", "C"));
        try (RunningApplication application = application()) {
            assertThat(command(0, "run", "all")).contains("2 created");
            List<Received> messages = List.of(receive(application, "all"), receive(application, "all"));
            assertThat(messages)
                    .extracting(message -> message.properties().get("vtigerEvent") + " "
                            + message.properties().get("vtigerModule"))
                    .containsExactly("exported Leads", "exported Contacts");
            JsonNode lead = JSON.readTree(messages.get(0).body());
            assertThat(lead.get("lastname").asText()).isEqualTo("L");
            assertThat(lead.get("id").asText())
                    .isEqualTo(messages.get(0).properties().get("vtigerId"));
        }
    }

    @Test
    void anAddressThatCamelDoesNotUnderstandStopsThatSyncOnly() throws Exception {
        sync("odd", "from: { crm: Leads }\nto: { uri: 'jms:queue:odd?noSuchOption=1' }\n");
        sync("sound", "from: { crm: Leads }\nto: { uri: 'jms:queue:sound' }\nstart: beginning\n");
        create("Leads", Map.of("lastname", "L"));
        try (RunningApplication application = application()) {
            assertThat(receive(application, "sound").body()).contains("\"L\"");
            assertThat(command(1, "check", "odd")).contains("noSuchOption");
        }
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("syncs.retry-delay", "200");
        return settings;
    }

    private Received receive(RunningApplication application, String queue) throws Exception {
        ConnectionFactory connections =
                application.context().getRegistry().lookupByNameAndType("connectionFactory", ConnectionFactory.class);
        return ExternalBroker.receive(connections, queue, message -> {
            Map<String, Object> properties = new HashMap<>();
            List<String> names = new ArrayList<>();
            message.getPropertyNames().asIterator().forEachRemaining(name -> names.add(String.valueOf(name)));
            for (String name : names) {
                properties.put(name, message.getObjectProperty(name));
            }
            Received received = new Received(properties, message instanceof TextMessage text ? text.getText() : null);
            assertFitsSchema(received);
            return received;
        });
    }

    private static void assertFitsSchema(Received message) {
        try {
            MessageSchema.assertHolds(message.properties(), message.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String create(String module, Map<String, String> fields) throws IOException {
        return crm.crm().create(module, fields);
    }
}
