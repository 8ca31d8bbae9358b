package io.github.camelvtiger.routes.sync.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run of some hundred writes into a simulator, edits by hand of all kinds, and its undo through the component. */
class UndoOnSimulatorTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final RecordedWrites journal = new RecordedWrites();
    private SimulatorServer server;
    private DefaultCamelContext context;
    private ProducerTemplate template;
    private VtigerCrm crm;

    @BeforeEach
    void start() throws Exception {
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
    void stop() throws Exception {
        context.close();
        server.close();
    }

    private BatchResult write(String uri, List<?> elements, WriteInterceptor interceptor) {
        Exchange answer = template.request(uri, exchange -> {
            exchange.getMessage().setBody(elements);
            exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, interceptor);
        });
        BatchResult result = answer.getMessage().getBody(BatchResult.class);
        assertThat(result.failed()).isEmpty();
        return result;
    }

    private BatchResult byHand(String uri, List<?> elements) {
        BatchResult result = template.requestBody(uri, elements, BatchResult.class);
        assertThat(result.failed()).isEmpty();
        return result;
    }

    private Map<String, String> record(String id) {
        return server.crm().record(id).orElseThrow();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private UndoResult undo(UndoPlan plan) {
        return new Undo(crm, crm, new RecordedWrites()).apply(plan);
    }

    @Test
    void itemsOfAnOrderGoBackOnlyIfTheyAreThoseThatWereWritten() {
        String bolts = server.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        String nuts = server.crm().create("Products", Map.of("productname", "Nuts", "unit_price", "5"));
        String account = server.crm().create("Accounts", Map.of("accountname", "Buyer"));
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            orders.add(fields(
                    "subject", "Order " + i,
                    "account_id", account,
                    "invoicestatus", "Created",
                    "bill_street", "b",
                    "ship_street", "s",
                    "hdnTaxType", "group",
                    "LineItems",
                            List.of(
                                    Map.of("productid", bolts, "quantity", 2, "listprice", 10),
                                    Map.of("productid", nuts, "quantity", 3, "listprice", 5))));
        }
        List<String> ids = byHand("vtiger:create/Invoice", orders).items().stream()
                .map(item -> item.id())
                .toList();
        Map<String, String> before = new HashMap<>(record(ids.get(0)));
        clock.advance(Duration.ofSeconds(10));
        write(
                "vtiger:revise",
                ids.subList(0, 3).stream()
                        .map(id -> fields(
                                "id",
                                id,
                                "subject",
                                "Changed",
                                "LineItems",
                                List.of(Map.of("productid", bolts, "quantity", 9))))
                        .toList(),
                journal);
        write("vtiger:delete", List.of(ids.get(3)), journal);
        clock.advance(Duration.ofSeconds(10));
        byHand(
                "vtiger:revise",
                List.of(fields("id", ids.get(1), "LineItems", List.of(Map.of("productid", nuts, "quantity", 4)))));

        UndoPlan plan = new UndoPlanner(crm, "imported-1").plan(journal.made());
        UndoResult result = undo(plan);

        assertThat(result.stays()).isEmpty();
        assertThat(quantities(ids.get(0))).containsExactly(2.0, 3.0);
        assertThat(record(ids.get(0)))
                .containsEntry("subject", "Order 0")
                .containsEntry("hdnGrandTotal", before.get("hdnGrandTotal"));
        assertThat(quantities(ids.get(1))).as("edited by hand").containsExactly(9.0, 4.0);
        assertThat(record(ids.get(1))).containsEntry("subject", "Order 1");
        assertThat(plan.stays()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(RecordId.parse(ids.get(1)));
            assertThat(each.field()).contains("LineItems");
        });
        String again = result.recreated().get(RecordId.parse(ids.get(3))).toString();
        assertThat(quantities(again)).containsExactly(2.0, 3.0);
        assertThat(record(again)).containsEntry("account_id", account);
    }

    private List<Double> quantities(String id) {
        Map<?, ?> order = template.requestBody("vtiger:retrieve", id, Map.class);
        return ((List<?>) order.get("LineItems"))
                .stream()
                        .map(item -> Double.parseDouble(String.valueOf(((Map<?, ?>) item).get("quantity"))))
                        .toList();
    }

    @Test
    void anUndoIsUndone() {
        String id = server.crm().create("Contacts", Map.of("lastname", "Before"));
        write("vtiger:revise", List.of(fields("id", id, "lastname", "After")), journal);
        RecordedWrites undone = new RecordedWrites();
        new Undo(crm, crm, undone).apply(new UndoPlanner(crm, "imported-1").plan(journal.made()));
        assertThat(record(id)).containsEntry("lastname", "Before");
        undo(new UndoPlanner(crm, "imported-1").plan(undone.made()));
        assertThat(record(id)).containsEntry("lastname", "After");
    }
}
