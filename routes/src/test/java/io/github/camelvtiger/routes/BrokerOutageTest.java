package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Brokers to which the changes of a CRM go are stopped and started again in the middle: the feeds hold, and then each record arrives with its last
 * state, and never with an older one after a newer.
 */
class BrokerOutageTest extends SyncApplicationTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LEADS = 20;

    @Test
    void recordsFlowAgainWhenTheBrokersAreBack() throws Exception {
        try (ExternalBroker queues = ExternalBroker.start(Files.createDirectories(directory.resolve("queues")));
                KafkaBroker kafka = KafkaBroker.start(Files.createDirectories(directory.resolve("kafka")))) {
            kafka.createTopic("outage", 1);
            sync("queue", target("jms:queue:outage"));
            sync("topic", target("kafka:outage?brokers=" + kafka.address() + "&maxBlockMs=3000"));
            Map<String, String> settings = settings();
            settings.put("broker.url", queues.url());
            settings.put("poll.delay", "200");
            List<String> ids = new ArrayList<>();
            for (int number = 0; number < LEADS; number++) {
                ids.add(crm.crm().create("Leads", Map.of("lastname", "0")));
            }
            List<String> taken = new ArrayList<>();
            try (RunningApplication application = RunningApplication.against(crm, directory, settings)) {
                edit(ids, 1);
                kafka.readUntil("outage", read -> read.size() >= LEADS);
                take(queues, taken, LEADS);

                edit(ids, 2);
                queues.stop();
                kafka.stop();
                edit(ids, 3);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(command(0, "status"))
                        .containsPattern("queue: .*lags ")
                        .containsPattern("topic: .*lags "));
                String late = crm.crm().create("Leads", Map.of("lastname", "3"));
                ids.add(late);
                queues.start();
                kafka.start();

                assertArrived(
                        ids,
                        kafka
                                .readUntil("outage", read -> ids.stream()
                                        .allMatch(id -> read.stream().anyMatch(record -> state(record.value())
                                                .equals(id + " 3"))))
                                .stream()
                                .map(record -> state(record.value()))
                                .toList());
                while (!taken.containsAll(ids.stream().map(id -> id + " 3").toList())) {
                    take(queues, taken, 1);
                }
                assertArrived(ids, taken);
                assertThat(command(0, "rejects", "queue")).doesNotContain("Leads ");
                assertThat(command(0, "rejects", "topic")).doesNotContain("Leads ");
                assertThat(application.context().isStarted()).isTrue();
            }
        }
    }

    private static String target(String uri) {
        return "from: { crm: Leads }\nto: { uri: '" + uri + "', key: id }\nstart: beginning\n"
                + "map: { id: id, state: lastname }\n";
    }

    private void edit(List<String> ids, int state) {
        ids.forEach(id -> crm.crm().revise(id, Map.of("lastname", Integer.toString(state))));
    }

    private static void take(ExternalBroker queues, List<String> taken, int number) throws Exception {
        for (int message = 0; message < number; message++) {
            taken.add(state(queues.receive("outage", each -> each.getBody(String.class))));
        }
    }

    /** Of a message, the id of its record and the number of its state. */
    private static String state(String message) {
        try {
            Map<?, ?> fields = JSON.readValue(message, Map.class);
            return fields.get("id") + " " + fields.get("state");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertArrived(List<String> ids, List<String> states) {
        for (String id : ids) {
            assertThat(states.stream().filter(state -> state.startsWith(id + " ")))
                    .as(id)
                    .isSorted()
                    .endsWith(id + " 3");
        }
    }
}
