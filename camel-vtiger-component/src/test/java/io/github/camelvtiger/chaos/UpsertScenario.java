package io.github.camelvtiger.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/**
 * Brings some records to the wanted state: some are there, some are equal, some are missing. When all is not well, the
 * same batch is sent again, as a route would; then each key has one record, in the wanted state.
 */
final class UpsertScenario implements Scenario {

    private static final int RECORDS = 6;
    private static final String URI = "vtiger:upsert/Contacts?matchFields=email";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger received = new AtomicInteger();
    private BatchResult first;

    @Override
    public void prepare(SimulatorServer crm) {
        crm.faults().onCall("", received::incrementAndGet);
        crm.crm().create("Contacts", contact(0));
        crm.crm().create("Contacts", Map.of("email", "c1@example.com", "lastname", "Old"));
        crm.crm().create("Contacts", Map.of("email", "c2@example.com", "lastname", "Old"));
    }

    private static Map<String, String> contact(int number) {
        return Map.of("email", "c" + number + "@example.com", "lastname", "Contact " + number);
    }

    @Override
    public void run(SimulatorServer crm, CamelContext context) throws Exception {
        context.start();
        List<Map<String, String>> wanted =
                IntStream.range(0, RECORDS).mapToObj(UpsertScenario::contact).toList();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            first = template.requestBody(URI, wanted, BatchResult.class);
            if (first.items().stream().anyMatch(item -> item.error() != null)) {
                // Whoever sends again before a save that nobody waits for is over may make a second record.
                await().atMost(PATIENCE).until(() -> crm.calls().size() == received.get());
                BatchResult again = template.requestBody(URI, wanted, BatchResult.class);
                assertThat(again.items()).extracting(BatchItem::error).containsOnlyNulls();
            }
        }
    }

    @Override
    public void compare(SimulatorServer crm) {
        assertThat(first.items().stream().map(BatchItem::error).filter(Objects::nonNull))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(AmbiguousWriteException.class::isInstance);
        assertThat(crm.crm().records("Contacts"))
                .extracting(record -> Map.of("email", record.get("email"), "lastname", record.get("lastname")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, RECORDS)
                        .mapToObj(UpsertScenario::contact)
                        .toList());
    }
}
