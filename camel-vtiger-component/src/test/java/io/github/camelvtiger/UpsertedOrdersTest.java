package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upserts of orders compare the items with those in the CRM, and send none that are equal. */
class UpsertedOrdersTest extends OrdersTestSupport {

    private static final String BY_SUBJECT = "vtiger:upsert/Invoice?matchFields=subject";

    /** The id that {@link #outcome} met last. */
    private String last;

    @BeforeEach
    void forgetCalls() {
        call("vtiger:me", null);
        crm.clearCalls();
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void equalOrdersAreNotSent(String module) {
        String uri = "vtiger:upsert/" + module + "?matchFields=subject";
        Map<String, Object> order = order(module, "Equal " + module, Map.of("txtAdjustment", 2));
        assertThat(outcome(uri, order)).isEqualTo("created");
        assertThat(outcome(uri, order)).isEqualTo("unchanged");
        assertThat(outcome(uri + "&lineItemUpdate=replace", order)).isEqualTo("unchanged");

        Map<String, Object> read = copy(retrieved(last));
        assertThat(outcome(uri, read)).as("as the CRM shows it").isEqualTo("unchanged");
        read.put("productid", nuts);
        read.put("hdnGrandTotal", "1");
        assertThat(outcome(uri, read)).as("what the CRM decides").isEqualTo("unchanged");
        assertThat(writes()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "replace"})
    void whatDiffersIsSent(String lineItemUpdate) {
        String uri = BY_SUBJECT + "&lineItemUpdate=" + lineItemUpdate;
        call(uri, order("Invoice", "Differs " + lineItemUpdate, Map.of()));
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("quantity", "2.5"),
                Map.of("listprice", "11"),
                Map.of("comment", "two & a <half> &amp; more"),
                Map.of("discount_percent", "10"),
                Map.of("discount_amount", "3"),
                Map.of("tax1", "4.5"))) {
            Map<String, Object> order = copy(order("Invoice", "Differs " + lineItemUpdate, Map.of()));
            items(order).get(0).putAll(change);
            assertThat(outcome(uri, order)).as("%s", change).isEqualTo("updated");
            assertThat(outcome(uri, order)).as("%s again", change).isEqualTo("unchanged");
        }
    }

    @Test
    void mergeKeepsAndReplaceRemovesWhatIsNotSent() {
        String subject = "One of two";
        String id = idOf(call(BY_SUBJECT, order("Invoice", subject, Map.of())));
        Map<String, Object> one =
                order("Invoice", subject, Map.of("LineItems", List.of(Map.of("productid", nuts, "quantity", "3.000"))));
        assertThat(outcome(BY_SUBJECT, one)).isEqualTo("unchanged");
        assertThat(outcome(BY_SUBJECT + "&lineItemUpdate=replace", one)).isEqualTo("updated");
        assertThat(items(retrieved(id))).hasSize(1);
        assertThat(outcome(BY_SUBJECT + "&lineItemUpdate=replace", one)).isEqualTo("unchanged");
    }

    @Test
    void discountsAndChargesAreComparedToo() {
        Map<String, Object> order =
                order("Invoice", "Discount", Map.of("hdnDiscountPercent", "10", "shipping_&_handling", "8"));
        call(BY_SUBJECT, order);
        assertThat(outcome(BY_SUBJECT, order)).isEqualTo("unchanged");
        order.put("hdnDiscountPercent", "20");
        assertThat(outcome(BY_SUBJECT, order)).isEqualTo("updated");
        assertThat(outcome(BY_SUBJECT, order)).isEqualTo("unchanged");
        assertThat(number(retrieved(last).get("hdnGrandTotal"))).isEqualTo(28 + 8);
    }

    @Test
    void aHundredOrdersCostALookupAQueryForEachHundredItemsAndOneRequestForEachThatDiffers() {
        List<Map<String, Object>> rows = new ArrayList<>(IntStream.range(0, 99)
                .mapToObj(i -> order("Invoice", "Many " + i, Map.of()))
                .toList());
        batch(rows);
        crm.clearCalls();

        assertThat(batch(rows)).containsOnly(Outcome.UNCHANGED);
        assertThat(crm.calls()).extracting(call -> call.operation()).containsExactly("query", "query", "query");

        crm.clearCalls();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> row = copy(rows.get(i * 7));
            items(row).set(1, new HashMap<>(Map.of("productid", nuts, "quantity", 8 + i)));
            rows.set(i * 7, row);
        }
        assertThat(batch(rows)).filteredOn(Outcome.UPDATED::equals).hasSize(5);
        assertThat(crm.calls()).hasSize(3 + 5);
        Map<String, Object> changed = retrieved(idOf(call(BY_SUBJECT, rows.get(7))));
        assertThat(number(items(changed).get(1).get("quantity"))).isEqualTo(9);
        assertThat(items(changed).get(0)).containsEntry("comment", "two & a <half>");
        assertThat(number(changed.get("hdnGrandTotal"))).isEqualTo(20 + 9 * 5);
        assertThat(changed).containsEntry("hdnTaxType", "group");
    }

    @Test
    void termsThatNoQueryShowsSurviveAChangeOfItems() {
        Map<String, Object> order = order(
                "Invoice",
                "Shipped",
                Map.of(
                        "conversion_rate", "0.8",
                        "txtAdjustment", "1",
                        "shipping_&_handling", "10",
                        "shipping_&_handling_shtax1", "5"));
        String id = idOf(call(BY_SUBJECT, order));
        Object before = retrieved(id).get("hdnGrandTotal");
        Map<String, Object> row =
                Map.of("subject", "Shipped", "LineItems", List.of(Map.of("productid", nuts, "quantity", 4)));
        assertThat(outcome(BY_SUBJECT, row)).isEqualTo("updated");
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(number(before) + 5);
        assertThat(number(retrieved(id).get("conversion_rate"))).isEqualTo(0.8);
    }

    private List<Outcome> batch(List<Map<String, Object>> rows) {
        return call(BY_SUBJECT, rows).getMessage().getBody(BatchResult.class).items().stream()
                .map(BatchItem::outcome)
                .toList();
    }

    private String outcome(String uri, Map<String, Object> row) {
        Exchange exchange = call(uri, row);
        assertThat(exchange.getException()).isNull();
        last = idOf(exchange);
        return exchange.getMessage().getHeader(VtigerConstants.OUTCOME, String.class);
    }

    private static String idOf(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    private long writes() {
        return crm.calls().stream()
                .filter(call -> List.of("create", "revise", "update").contains(call.operation()))
                .count();
    }
}
