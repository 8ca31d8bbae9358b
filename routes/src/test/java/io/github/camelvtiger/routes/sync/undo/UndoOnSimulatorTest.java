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
import java.util.stream.IntStream;
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
    void aRunOfAllKindsIsTakenBackAndEditsStay() {
        List<String> changed = new ArrayList<>();
        List<String> deletedAccounts = new ArrayList<>();
        List<String> referrers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            changed.add(server.crm()
                    .create("Contacts", Map.of("lastname", "Old " + i, "email", "c" + i + "@x.org", "phone", "1")));
        }
        for (int i = 0; i < 30; i++) {
            String account = server.crm().create("Accounts", Map.of("accountname", "Gone " + i, "phone", "7" + i));
            deletedAccounts.add(account);
            referrers.add(server.crm().create("Contacts", Map.of("lastname", "Of " + i, "account_id", account)));
        }
        clock.advance(Duration.ofSeconds(10));

        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rows.add(fields("email", "c" + i + "@x.org", "lastname", "New " + i + " & Söhne", "phone", "2"));
        }
        for (int i = 0; i < 60; i++) {
            rows.add(fields("email", "n" + i + "@x.org", "lastname", "Created " + i));
        }
        BatchResult upserted = write("vtiger:upsert/Contacts?matchFields=email", rows, journal);
        List<String> created = IntStream.range(150, 210)
                .mapToObj(i -> upserted.items().get(i).id())
                .toList();
        clock.advance(Duration.ofSeconds(10));
        write("vtiger:delete/Accounts", deletedAccounts, journal);
        clock.advance(Duration.ofSeconds(10));

        // By hand: the same field, another field, a record that was created, a comment, a reference, deletions, a
        // restore.
        List<Map<String, Object>> edits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            edits.add(fields("id", changed.get(i), "lastname", "By hand " + i));
            edits.add(fields("id", changed.get(20 + i), "title", "Dr. " + i));
        }
        for (int i = 0; i < 10; i++) {
            edits.add(fields("id", created.get(i), "phone", "3" + i));
        }
        byHand("vtiger:revise", edits);
        byHand("vtiger:create/ModComments", List.of(fields("commentcontent", "keep", "related_to", created.get(10))));
        String other = server.crm().create("Accounts", Map.of("accountname", "Other"));
        byHand("vtiger:revise", List.of(fields("id", referrers.get(0), "account_id", other)));
        byHand("vtiger:delete", List.of(changed.get(149), created.get(11), referrers.get(1)));

        UndoPlan plan = new UndoPlanner(crm).plan(journal.made());
        assertThat(plan.lines().get(0)).contains("Recycle Bin");
        UndoResult result = undo(plan);

        assertThat(result.stays()).isEmpty();
        for (int i = 0; i < 149; i++) {
            Map<String, String> contact = record(changed.get(i));
            assertThat(contact).containsEntry("phone", "1");
            assertThat(contact.get("lastname")).isEqualTo(i < 20 ? "By hand " + i : "Old " + i);
        }
        assertThat(record(changed.get(25))).containsEntry("title", "Dr. 5");
        for (int i = 0; i < 60; i++) {
            assertThat(server.crm().record(created.get(i)).isPresent())
                    .as("created %s", i)
                    .isEqualTo(i <= 10);
        }
        assertThat(result.recreated()).hasSize(30);
        for (int i = 0; i < 30; i++) {
            String again = result.recreated()
                    .get(RecordId.parse(deletedAccounts.get(i)))
                    .toString();
            assertThat(record(again)).containsEntry("accountname", "Gone " + i).containsEntry("phone", "7" + i);
            if (i != 1) {
                assertThat(record(referrers.get(i)).get("account_id")).isEqualTo(i == 0 ? other : again);
            }
        }
        assertThat(plan.stays()).hasSize(20 + 11 + 1 + 1);
        assertThat(plan.stays().toString())
                .contains("another client changed it: modifiedtime", "it was deleted since the run");
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

        UndoPlan plan = new UndoPlanner(crm).plan(journal.made());
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
        new Undo(crm, crm, undone).apply(new UndoPlanner(crm).plan(journal.made()));
        assertThat(record(id)).containsEntry("lastname", "Before");
        undo(new UndoPlanner(crm).plan(undone.made()));
        assertThat(record(id)).containsEntry("lastname", "After");
    }
}
