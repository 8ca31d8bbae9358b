package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is surprising about orders, on the simulator or any other server. */
@LiveSuite
class LiveOrdersTest {

    private final LiveCrm crm;

    LiveOrdersTest(LiveCrm crm) {
        this.crm = crm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Quotes", "SalesOrder", "PurchaseOrder"})
    void oneItemIsChangedAndTheOrderIsWrittenBack(String module) {
        crm.requireModule(module);
        String id = order(module);
        for (String operation : List.of("update", "revise")) {
            Map<String, Object> order = read(id);
            items(order).get(1).put("quantity", operation.equals("update") ? "7" : "8");
            Exchange answer = crm.call("vtiger:" + operation, order);
            assertThat(answer.getException()).isNull();
            assertThat(answer.getMessage().getHeader(VtigerConstants.ALTERED)).isNull();
        }
        Map<String, Object> order = read(id);
        assertThat(items(order)).hasSize(2);
        assertThat(number(items(order).get(0).get("quantity"))).isEqualTo(2);
        assertThat(number(order.get("hdnGrandTotal"))).isEqualTo(20 + 8 * 5 - 4 + 2 + 3);
        assertThat(order).containsEntry("hdnTaxType", "group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Quotes", "SalesOrder", "PurchaseOrder"})
    void termsMoveTheTotalsAndADiscountIsTakenAway(String module) {
        crm.requireModule(module);
        String id = order(module);
        crm.record(crm.call("vtiger:revise", Map.of("id", id, "txtAdjustment", "12")));
        assertThat(number(read(id).get("hdnGrandTotal"))).isEqualTo(35 - 4 + 12 + 3);
        crm.record(crm.call("vtiger:revise", Map.of("id", id, "hdnDiscountAmount", "0", "hdnGrandTotal", "1")));
        assertThat(number(read(id).get("hdnGrandTotal"))).isEqualTo(35 + 12 + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Quotes", "SalesOrder", "PurchaseOrder"})
    void equalOrdersAreNotSentByAnUpsert(String module) {
        crm.requireModule(module);
        String id = order(module);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", read(id).get("subject"));
        row.put("LineItems", read(id).get("LineItems"));
        assertThat(upserted(module, row)).isEqualTo("unchanged");
        items(row).get(0).put("quantity", "3");
        assertThat(upserted(module, row)).isEqualTo("updated");
        assertThat(upserted(module, row)).isEqualTo("unchanged");
        assertThat(upserted(module, copy(read(id)))).isEqualTo("unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Quotes", "SalesOrder", "PurchaseOrder"})
    void missingItemsAreNamed(String module) {
        crm.requireModule(module);
        Map<String, Object> order =
                crm.complete(new HashMap<>(ModuleExamples.of(module).record()));
        order.remove("LineItems");
        assertThat(crm.call("vtiger:create/" + module, order).getException())
                .hasMessageContaining("line items are missing");
    }

    /** 2 x 10 and 3 x 5, a discount, an adjustment and shipping. */
    private String order(String module) {
        Map<String, Object> order =
                new LinkedHashMap<>(ModuleExamples.of(module).record());
        order.put(
                "LineItems",
                List.of(
                        Map.of("productid", "@Products", "quantity", "2", "listprice", "10", "comment", "a & <b>"),
                        Map.of("productid", "@Services", "quantity", "3", "listprice", "5")));
        order.putAll(
                Map.of("hdnTaxType", "group", "hdnDiscountAmount", "4", "txtAdjustment", "2", "hdnS_H_Amount", "3"));
        return crm.create(module, order);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String id) {
        return copy((Map<String, Object>) crm.record(crm.call("vtiger:retrieve", id)));
    }

    private static Map<String, Object> copy(Map<String, Object> order) {
        Map<String, Object> copy = new LinkedHashMap<>(order);
        List<Map<String, Object>> items = new ArrayList<>();
        items(order).forEach(item -> items.add(new HashMap<>(item)));
        copy.put("LineItems", items);
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> order) {
        return (List<Map<String, Object>>) order.get("LineItems");
    }

    private String upserted(String module, Map<String, Object> row) {
        Exchange answer = crm.call("vtiger:upsert/" + module + "?matchFields=subject", row);
        assertThat(answer.getException()).isNull();
        return answer.getMessage().getHeader(VtigerConstants.OUTCOME, String.class);
    }

    private static double number(Object value) {
        return Double.parseDouble(String.valueOf(value));
    }
}
