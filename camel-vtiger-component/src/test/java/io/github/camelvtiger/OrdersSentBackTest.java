package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelvtiger.client.InvalidRecordException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is read, changed and written back, as a user would who knows nothing of how the server treats orders. */
class OrdersSentBackTest extends OrdersTestSupport {

    static Stream<Arguments> changes() {
        return MODULES.stream().flatMap(module -> Stream.of("update", "revise")
                .flatMap(operation -> Stream.of("", "?validate=true", "?lineItemUpdate=replace")
                        .map(options -> arguments(module, operation, options))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneItemIsChangedAndTheRestKept(String module, String operation, String options) {
        String id = created(module, Map.of("hdnDiscountAmount", "4", "txtAdjustment", "2", "hdnS_H_Amount", "3"));
        Map<String, Object> before = retrieved(id);
        Map<String, Object> order = copy(before);
        items(order).get(1).put("quantity", "7");

        Exchange answer = call("vtiger:" + operation + options, order);

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(VtigerConstants.ALTERED)).isNull();
        Map<String, Object> after = retrieved(id);
        // 2 x 10 and 7 x 5, the discount, the adjustment and the shipping.
        assertThat(number(after.get("hdnGrandTotal"))).isEqualTo(55 - 4 + 2 + 3);
        assertThat(items(after)).hasSize(2);
        assertThat(items(after).get(0)).containsEntry("comment", "two & a <half>");
        assertThat(number(items(after).get(1).get("quantity"))).isEqualTo(7);
        List<String> moved = List.of(
                "LineItems",
                "LineItems_FinalDetails",
                "hdnSubTotal",
                "hdnGrandTotal",
                "pre_tax_total",
                "balance",
                "hdnS_H_Percent",
                "modifiedtime");
        Map<String, Object> rest = new HashMap<>(before);
        // A charge's taxes of 0 come back as the number and not as text.
        rest.keySet().removeIf(name -> moved.contains(name) || name.contains("_shtax"));
        assertThat(after).containsAllEntriesOf(rest);
        assertThat(number(answer.getMessage().getBody(Map.class).get("hdnGrandTotal")))
                .isEqualTo(number(after.get("hdnGrandTotal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "revise"})
    void aTotalThatIsSentIsNotStored(String operation) {
        String id = created("Invoice", Map.of());
        Map<String, Object> change = new HashMap<>(terms("Invoice", "Order"));
        change.putAll(Map.of("id", id, "hdnGrandTotal", "1", "hdnSubTotal", "1", "pre_tax_total", "1"));
        change.put("assigned_user_id", "19x1");
        assertThat(call("vtiger:" + operation + "?onAltered=fail", change).getException())
                .isNull();
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(35);
    }

    static Stream<Arguments> terms() {
        return Stream.of(
                arguments(Map.of("hdnDiscountAmount", "5"), 30.0),
                arguments(Map.of("hdnDiscountPercent", "10"), 31.5),
                arguments(Map.of("txtAdjustment", "-5"), 28.0),
                arguments(Map.of("hdnS_H_Amount", "5"), 38.0));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void termsWithoutItemsMoveTheTotals(Map<String, Object> term, double total) {
        String id = created("Invoice", Map.of("hdnDiscountAmount", "2"));
        Map<String, Object> change = new HashMap<>(term);
        change.put("id", id);
        assertThat(call("vtiger:revise", change).getException()).isNull();
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(total);
        assertThat(items(retrieved(id))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "0.00"})
    void aDiscountIsTakenAway(String nothing) {
        for (String name : List.of("hdnDiscountAmount", "hdnDiscountPercent")) {
            String id = created("Invoice", Map.of(name, "10"));
            assertThat(call("vtiger:revise", Map.of("id", id, name, nothing)).getException())
                    .isNull();
            assertThat(number(retrieved(id).get("hdnGrandTotal"))).as(name).isEqualTo(35);

            id = created("Invoice", Map.of(name, "10"));
            Map<String, Object> order = retrieved(id);
            order.put(name, nothing);
            assertThat(call("vtiger:update", order).getException()).isNull();
            assertThat(number(retrieved(id).get("hdnGrandTotal"))).as(name).isEqualTo(35);
        }
    }

    @Test
    void theDiscountThatWasChangedCounts() {
        String id = created("Invoice", Map.of("hdnDiscountAmount", "10"));
        Map<String, Object> order = copy(retrieved(id));
        order.put("hdnDiscountPercent", "20");
        call("vtiger:revise", order);
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(28);

        order = copy(retrieved(id));
        items(order).get(0).put("discount_amount", "5");
        call("vtiger:revise", order);
        order = copy(retrieved(id));
        items(order).get(0).put("discount_percent", "50");
        call("vtiger:revise", order);
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(20);
    }

    static Stream<Arguments> withoutItems() {
        Map<String, Object> none = new HashMap<>();
        none.put("LineItems", null);
        return MODULES.stream().flatMap(module -> Stream.of(Map.of(), Map.of("LineItems", List.of()), none)
                .flatMap(items -> Stream.of("", "?validate=true").map(options -> arguments(module, items, options))));
    }

    @ParameterizedTest
    @MethodSource("withoutItems")
    void anOrderWithoutItemsIsRefusedBecauseTheyAreMissing(String module, Map<String, Object> items, String options) {
        Map<String, Object> order = terms(module, "Empty");
        order.putAll(items);
        crm.clearCalls();
        for (Map<String, Object> product : List.<Map<String, Object>>of(Map.of(), Map.of("productid", bolts))) {
            order.putAll(product);
            if (product.isEmpty() || options.isEmpty()) {
                assertThat(call("vtiger:create/" + module + options, order).getException())
                        .isInstanceOf(InvalidRecordException.class)
                        .hasMessageContaining("The line items are missing")
                        .hasMessageContaining(module);
            }
        }
        assertThat(crm.calls()).noneMatch(call -> call.operation().equals("create"));
    }

    @Test
    void itemsOfAnotherNameAndWithoutAProductAreRefusedByName() {
        Map<String, Object> order = order("Invoice", "Order", Map.of());
        order.put("lineItems", order.remove("LineItems"));
        assertThat(call("vtiger:create/Invoice", order).getException())
                .hasMessageContaining("'lineItems'")
                .hasMessageContaining("write LineItems");

        List<Map<String, Object>> items = new ArrayList<>(items(order("Invoice", "Order", Map.of())));
        items.add(Map.of("quantity", 1));
        assertThat(call("vtiger:create/Invoice", order("Invoice", "Order", Map.of("LineItems", items)))
                        .getException())
                .hasMessageContaining("Item 3 of LineItems has no productid");
    }

    @Test
    void theStatusOfARecurringOrderIsKept() {
        Map<String, Object> recurring = Map.of(
                "enable_recurring", "1",
                "recurring_frequency", "Monthly",
                "start_period", "2026-01-01",
                "end_period", "2026-12-31",
                "invoicestatus", "Sent");
        String id = created("SalesOrder", recurring);
        Map<String, Object> order = copy(retrieved(id));
        assertThat(order).containsEntry("invoicestatus", "Sent");
        order.put("carrier", "UPS");
        assertThat(call("vtiger:update", order).getException()).isNull();
        assertThat(retrieved(id)).containsEntry("invoicestatus", "Sent").containsEntry("carrier", "UPS");

        order = copy(retrieved(id));
        order.put("invoicestatus", "");
        assertThat(call("vtiger:update", order).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("invoicestatus");
    }
}
