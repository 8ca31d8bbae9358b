package io.github.camelvtiger.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AmbiguousWriteException;
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

/**
 * Creates some records at once. What is reported as created is there once; of at most one record something else is reported: that
 * it can't be known or, where the component is to find out, that it is not there.
 */
final class CreateScenario implements Scenario {

    private final String uri;
    private final int records;
    private final boolean verified;
    private BatchResult result;

    private CreateScenario(String uri, int records, boolean verified) {
        this.uri = uri;
        this.records = records;
        this.verified = verified;
    }

    static CreateScenario unverified() {
        return new CreateScenario("vtiger:create/Leads", 6, false);
    }

    /** It is looked for longer than the longest misfortune takes. */
    static CreateScenario verified() {
        return new CreateScenario("vtiger:create/Leads?ambiguousWrites=verify&verifyDelay=4000", 3, true);
    }

    @Override
    public void prepare(SimulatorServer crm) {}

    @Override
    public void run(SimulatorServer crm, CamelContext context) throws Exception {
        context.start();
        List<Map<String, String>> leads = IntStream.range(0, records)
                .mapToObj(number -> Map.of("lastname", "Lead " + number))
                .toList();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            result = template.requestBody(uri, leads, BatchResult.class);
        }
    }

    @Override
    public void compare(SimulatorServer crm) {
        assertThat(result.items()).hasSize(records);
        for (BatchItem item : result) {
            long there = crm.crm().records("Leads").stream()
                    .filter(lead -> lead.get("lastname").equals("Lead " + item.index()))
                    .count();
            if (item.outcome() == BatchItem.Outcome.CREATED) {
                assertThat(there).as(item.toString()).isEqualTo(1);
                assertThat(crm.crm().record(item.id()).orElseThrow()).containsEntry("lastname", "Lead " + item.index());
            } else if (verified) {
                assertThat(item.error()).isInstanceOfAny(TransportException.class, ServerFailureException.class);
                assertThat(there).as(item.toString()).isZero();
            } else {
                assertThat(item.error()).isInstanceOf(AmbiguousWriteException.class);
                assertThat(there).isLessThanOrEqualTo(1);
            }
        }
        assertThat(result.items().stream().filter(item -> item.error() != null)).hasSizeLessThanOrEqualTo(1);
    }
}
