package io.github.camelvtiger.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** Creates some records and has it found out what became of each: no doubt is left, whatever happened. */
final class VerifiedCreateScenario implements Scenario {

    private static final int RECORDS = 3;

    /** Longer than the longest misfortune. */
    private static final String URI = "vtiger:create/Leads?ambiguousWrites=verify&verifyDelay=4000";

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
            result = template.requestBody(URI, leads, BatchResult.class);
        }
    }

    @Override
    public void compare(SimulatorServer crm) {
        assertThat(result.items()).hasSize(RECORDS);
        for (BatchItem item : result) {
            long there = crm.crm().records("Leads").stream()
                    .filter(lead -> lead.get("lastname").equals("Lead " + item.index()))
                    .count();
            if (item.error() == null) {
                assertThat(there).as(item.toString()).isEqualTo(1);
                assertThat(crm.crm().record(item.id()).orElseThrow()).containsEntry("lastname", "Lead " + item.index());
            } else {
                assertThat(item.error()).isInstanceOfAny(TransportException.class, ServerFailureException.class);
                assertThat(there).as(item.toString()).isZero();
            }
        }
    }
}
