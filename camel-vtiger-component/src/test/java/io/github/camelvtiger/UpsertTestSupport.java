package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;

/** Upserts of Contacts by their address into a CRM that is empty at first. */
abstract class UpsertTestSupport extends CrmTestSupport {

    static final String BY_EMAIL = "vtiger:upsert/Contacts?matchFields=email";

    @BeforeEach
    void emptyCrm() {
        crm.reset();
        // The sessions of the test before are gone; what follows counts calls.
        call("vtiger:me", null);
        crm.clearCalls();
    }

    @Override
    SimulatorServer crm() {
        return simulator().seed("empty").start();
    }

    Exchange upsert(Map<String, Object> row) {
        return call(BY_EMAIL, row);
    }

    BatchResult batch(String uri, Object rows) {
        Exchange exchange = call(uri, rows);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BatchResult.class);
    }

    static Map<String, Object> contact(String email, String lastname) {
        return Map.of("email", email, "lastname", lastname);
    }

    static List<Map<String, Object>> contacts(int count) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(
                        i -> new HashMap<>(Map.of("email", run + i + "@x.org", "lastname", "N" + i, "firstname", "F")))
                .toList();
    }

    String lastname(String id) {
        return crm.crm().record(id).orElseThrow().get("lastname");
    }

    long calls(String operation) {
        return crm.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }
}
