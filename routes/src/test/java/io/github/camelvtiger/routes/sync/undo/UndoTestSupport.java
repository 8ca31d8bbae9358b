package io.github.camelvtiger.routes.sync.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated CRM whose clock a test moves, a run that writes to it through the component, and people who do. */
abstract class UndoTestSupport {

    final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    final RecordedWrites journal = new RecordedWrites();
    SimulatorServer server;
    ProducerTemplate template;
    VtigerCrm crm;
    private DefaultCamelContext context;

    @BeforeEach
    void startCrm() throws Exception {
        server = SimulatorServer.builder().seed("empty").clock(clock).start();
        context = new DefaultCamelContext();
        VtigerComponent component = new VtigerComponent();
        component.getConfiguration().setUrl(server.url());
        component.getConfiguration().setUsername(server.username());
        component.getConfiguration().setAccessKey(server.accessKey());
        context.addComponent("vtiger", component);
        context.start();
        template = context.createProducerTemplate();
        crm = new VtigerCrm(template, Optional.empty());
    }

    @AfterEach
    void stopCrm() throws Exception {
        context.close();
        server.close();
    }

    /** A batch of the run that is to be undone. */
    BatchResult write(String uri, List<?> elements) {
        return batch(uri, elements, journal);
    }

    BatchResult byHand(String uri, List<?> elements) {
        return batch(uri, elements, new RecordedWrites());
    }

    private BatchResult batch(String uri, List<?> elements, WriteInterceptor interceptor) {
        Exchange answer = template.request(uri, exchange -> {
            exchange.getMessage().setBody(elements);
            exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, interceptor);
        });
        BatchResult result = answer.getMessage().getBody(BatchResult.class);
        assertThat(result.failed()).isEmpty();
        return result;
    }

    UndoPlan plan(RecordedWrites writes) {
        return new UndoPlanner(crm, "imported-1").plan(writes.made());
    }

    UndoResult undo(UndoPlan plan) {
        return new Undo(crm, crm, new RecordedWrites()).apply(plan);
    }

    Map<String, String> record(String id) {
        return server.crm().record(id).orElseThrow();
    }

    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
