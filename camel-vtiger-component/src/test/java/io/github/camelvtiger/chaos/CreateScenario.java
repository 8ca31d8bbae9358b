package io.github.camelvtiger.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/**
 * Creates some records at once. What is told as created is there once, what is told as failed is not there, and where it
 * can't be known, that is what is told; the others are not concerned.
 */
final class CreateScenario implements Scenario {

    private static final int RECORDS = 6;

    private BatchResult result;

    @Override
    public void prepare(SimulatorServer crm) {}

    @Override
    public void run(SimulatorServer crm, CamelContext context) throws Exception {
        context.start();
        List<Map<String, String>> leads = IntStream.range(0, RECORDS)
                .mapToObj(number -> Map.of("lastname", "Lead " + number))
                .toList();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            result = template.requestBody("vtiger:create/Leads", leads, BatchResult.class);
        }
    }

    @Override
    public void compare(SimulatorServer crm) {
        assertThat(result.items()).hasSize(RECORDS);
        for (BatchItem item : result) {
            long there = crm.crm().records("Leads").stream()
                    .filter(lead -> lead.get("lastname").equals("Lead " + item.index()))
                    .count();
            if (item.outcome() == BatchItem.Outcome.CREATED) {
                assertThat(there).as(item.toString()).isEqualTo(1);
                assertThat(crm.crm().record(item.id()).orElseThrow()).containsEntry("lastname", "Lead " + item.index());
            } else {
                assertThat(item.error()).isInstanceOf(AmbiguousWriteException.class);
                assertThat(there).isLessThanOrEqualTo(1);
            }
        }
        assertThat(result.items().stream().filter(item -> item.error() != null)).hasSizeLessThanOrEqualTo(1);
    }
}
