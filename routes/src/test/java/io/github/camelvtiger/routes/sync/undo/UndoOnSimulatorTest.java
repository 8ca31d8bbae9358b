package io.github.camelvtiger.routes.sync.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run of some hundred writes into a simulator, edits by hand of all kinds, and its undo through the component. */
class UndoOnSimulatorTest extends UndoTestSupport {

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
                        .toList());
        write("vtiger:delete", List.of(ids.get(3)));
        clock.advance(Duration.ofSeconds(10));
        byHand(
                "vtiger:revise",
                List.of(fields("id", ids.get(1), "LineItems", List.of(Map.of("productid", nuts, "quantity", 4)))));

        UndoPlan plan = plan(journal);
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
        write("vtiger:revise", List.of(fields("id", id, "lastname", "After")));
        RecordedWrites undone = new RecordedWrites();
        new Undo(crm, crm, undone).apply(plan(journal));
        assertThat(record(id)).containsEntry("lastname", "Before");
        undo(plan(undone));
        assertThat(record(id)).containsEntry("lastname", "After");
    }
}
