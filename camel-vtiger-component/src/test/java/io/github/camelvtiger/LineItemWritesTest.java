package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineItemWritesTest extends CrmTestSupport {

    private String bolts;
    private String nuts;
    private String account;

    @BeforeEach
    void products() {
        bolts = crm.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        nuts = crm.crm().create("Products", Map.of("productname", "Nuts", "unit_price", "5"));
        account = crm.crm().create("Accounts", Map.of("accountname", "Builders " + bolts));
    }

    @Test
    void anOrderIsCreatedWithoutTheProductThatTheServerWantsBesides() {
        assertThat(items(order("Invoice", Map.of())))
                .extracting(item -> item.get("productid"), item -> number(item.get("quantity")))
                .containsExactly(tuple(bolts, 2.0), tuple(nuts, 3.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Quotes", "SalesOrder", "PurchaseOrder"})
    void aReviseWithoutItemsLosesNone(String module) {
        String id = order(module, Map.of("conversion_rate", "0.8", "txtAdjustment", "2", "hdnS_H_Amount", "3"));
        Map<String, Object> before = retrieved(id);

        call("vtiger:revise", Map.of("id", id, "subject", "Renamed"));

        Map<String, Object> after = retrieved(id);
        assertThat(after).containsEntry("subject", "Renamed");
        for (String kept : List.of("LineItems", "hdnGrandTotal", "conversion_rate", "txtAdjustment", "hdnS_H_Amount")) {
            assertThat(after).containsEntry(kept, before.get(kept));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"revise", "update"})
    void oneItemOfAnOrderIsChanged(String operation) {
        String id = order("Invoice", Map.of("txtAdjustment", "2", "hdnS_H_Amount", "3", "conversion_rate", "0.8"));
        Object second = items(id).get(1).get("id");
        Map<String, Object> change =
                new HashMap<>(Map.of("id", id, "LineItems", List.of(Map.of("id", second, "quantity", 7))));
        if (operation.equals("update")) {
            change.putAll(terms("Invoice"));
        }

        assertThat(call("vtiger:" + operation, change).getException()).isNull();

        assertThat(items(id))
                .extracting(item -> item.get("productid"), item -> number(item.get("quantity")))
                .containsExactly(tuple(bolts, 2.0), tuple(nuts, 7.0));
        assertThat(items(id).get(0)).containsEntry("comment", "two & a <half>");
        Map<String, Object> after = retrieved(id);
        assertThat(after).containsEntry("hdnTaxType", "group");
        // 2 x 10 and 7 x 5, the adjustment and the shipping.
        assertThat(number(after.get("hdnGrandTotal"))).isEqualTo(60.0);
        assertThat(number(after.get("conversion_rate"))).isEqualTo(0.8);
    }

    @Test
    void itemsComeAndGo() {
        String id = order("Quotes", Map.of());
        call(
                "vtiger:revise",
                Map.of(
                        "id",
                        id,
                        "LineItems",
                        List.of(
                                Map.of("id", items(id).get(0).get("id"), "deleted", true),
                                Map.of("productid", bolts, "quantity", 11, "listprice", 1),
                                Map.of("productid", bolts, "quantity", 12, "listprice", 1))));
        assertThat(items(id)).extracting(item -> number(item.get("quantity"))).containsExactly(3.0, 11.0, 12.0);
    }

    @Test
    void replaceTakesTheListAsItIs() {
        String id = order("Invoice", Map.of("txtAdjustment", "2"));
        call(
                "vtiger:revise?lineItemUpdate=replace",
                Map.of("id", id, "LineItems", List.of(Map.of("productid", nuts, "quantity", 1, "listprice", 5))));
        assertThat(items(id)).extracting(item -> item.get("productid")).containsExactly(nuts);
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(7.0);
    }

    @Test
    void theLastItemCannotBeDeleted() {
        String id = order("Invoice", Map.of());
        List<Map<String, Object>> deletions = new ArrayList<>();
        items(id).forEach(item -> deletions.add(Map.of("id", item.get("id"), "deleted", true)));
        assertThat(call("vtiger:revise", Map.of("id", id, "LineItems", deletions))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("All line items of " + id);
        assertThat(items(id)).hasSize(2);
    }

    @Test
    void allItemsCannotBeReplacedByNone() {
        String id = order("Invoice", Map.of());
        for (String operation : List.of("update", "revise")) {
            assertThat(call(
                                    "vtiger:" + operation + "?lineItemUpdate=replace",
                                    Map.of("id", id, "subject", "A", "LineItems", List.of()))
                            .getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("All line items of " + id);
        }
        assertThat(items(id)).hasSize(2);
    }

    @Test
    void whatWasReadCanBeSentBack() {
        String id = order("Invoice", Map.of("hdnDiscountPercent", "10"));
        Map<String, Object> before = retrieved(id);
        Exchange answer = call("vtiger:update", new LinkedHashMap<>(before));
        assertThat(answer.getException()).isNull();
        assertThat(retrieved(id)).containsEntry("hdnGrandTotal", before.get("hdnGrandTotal"));
        assertThat(items(id)).hasSize(2);
    }

    @Test
    void shippingThatIsSentCountsMoreThanWhatIsStored() {
        String id = order(
                "Invoice",
                Map.of(
                        "shipping_&_handling",
                        "10",
                        "shipping_&_handling_shtax1",
                        "5",
                        "shipping_&_handling_shtax2",
                        "2"));
        Object total = retrieved(id).get("hdnGrandTotal");
        List<?> same = List.of(Map.of("id", items(id).get(0).get("id"), "quantity", 2));
        call("vtiger:revise", Map.of("id", id, "LineItems", same));
        assertThat(retrieved(id)).containsEntry("hdnGrandTotal", total);

        call("vtiger:revise", Map.of("id", id, "hdnS_H_Amount", "1", "LineItems", same));
        assertThat(number(retrieved(id).get("hdnGrandTotal"))).isEqualTo(36.0);
    }

    @Test
    void anInterruptedChangeOfItemsIsProvenByThem() {
        String id = order("Invoice", Map.of());
        call("vtiger:me", null);
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "revise");
        Exchange answer = call(
                "vtiger:revise?ambiguousWrites=verify&verifyDelay=50",
                Map.of("id", id, "LineItems", List.of(Map.of("productid", nuts, "quantity", 9))));
        assertThat(answer.getException()).isNull();
        assertThat(items(id)).extracting(item -> number(item.get("quantity"))).containsExactly(2.0, 9.0);
    }

    @Test
    void otherModulesAreNotReadFirst() {
        String id = contact("Simple");
        call("vtiger:revise", Map.of("id", id, "firstname", "A"));
        crm.clearCalls();
        call("vtiger:revise", Map.of("id", id, "firstname", "B"));
        assertThat(crm.calls()).extracting(call -> call.operation()).containsExactly("revise");
    }

    private String order(String module, Map<String, Object> more) {
        Map<String, Object> order = new HashMap<>(terms(module));
        order.put(
                "LineItems",
                List.of(
                        Map.of("productid", bolts, "quantity", 2, "listprice", 10, "comment", "two & a <half>"),
                        Map.of("productid", nuts, "quantity", 3, "listprice", 5)));
        order.putAll(more);
        Exchange created = call("vtiger:create/" + module, order);
        assertThat(created.getException()).isNull();
        return created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    private Map<String, Object> terms(String module) {
        Map<String, Object> terms = new HashMap<>(Map.of(
                "subject",
                "Order",
                "bill_street",
                "b",
                "ship_street",
                "s",
                "currency_id",
                "21x1",
                "hdnTaxType",
                "group",
                "assigned_user_id",
                "19x1"));
        terms.putAll(
                switch (module) {
                    case "Quotes" -> Map.of("quotestage", "Created", "account_id", account);
                    case "SalesOrder" ->
                        Map.of("sostatus", "Created", "invoicestatus", "AutoCreated", "account_id", account);
                    case "PurchaseOrder" ->
                        Map.of(
                                "postatus",
                                "Created",
                                "vendor_id",
                                crm.crm().create("Vendors", Map.of("vendorname", "V")));
                    default -> Map.of("invoicestatus", "Created", "account_id", account);
                });
        return terms;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> retrieved(String id) {
        return call("vtiger:retrieve", id).getMessage().getBody(Map.class);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(String id) {
        return (List<Map<String, Object>>) retrieved(id).get("LineItems");
    }

    private static double number(Object value) {
        return Double.parseDouble(String.valueOf(value));
    }
}
