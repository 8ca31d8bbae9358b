package io.github.camelvtiger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Orders of two products. */
abstract class OrdersTestSupport extends CrmTestSupport {

    static final List<String> MODULES = List.of("Invoice", "Quotes", "SalesOrder", "PurchaseOrder");

    String bolts;
    String nuts;
    private String account;
    private String vendor;

    @BeforeEach
    void partners() {
        bolts = crm.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        nuts = crm.crm().create("Products", Map.of("productname", "Nuts", "unit_price", "5"));
        account = crm.crm().create("Accounts", Map.of("accountname", "Builders " + bolts));
        vendor = crm.crm().create("Vendors", Map.of("vendorname", "Forge " + bolts));
    }

    /** With 2 bolts at 10 and 3 nuts at 5. */
    Map<String, Object> order(String module, String subject, Map<String, Object> more) {
        Map<String, Object> order = new LinkedHashMap<>(terms(module, subject));
        order.put(
                "LineItems",
                List.of(
                        Map.of("productid", bolts, "quantity", 2, "listprice", 10, "comment", "two & a <half>"),
                        Map.of("productid", nuts, "quantity", 3, "listprice", 5)));
        order.putAll(more);
        return order;
    }

    /** Without items. */
    Map<String, Object> terms(String module, String subject) {
        Map<String, Object> terms = new LinkedHashMap<>(
                Map.of("subject", subject, "bill_street", "b", "ship_street", "s", "hdnTaxType", "group"));
        terms.putAll(
                switch (module) {
                    case "Quotes" -> Map.of("quotestage", "Created", "account_id", account);
                    case "SalesOrder" ->
                        Map.of("sostatus", "Created", "invoicestatus", "AutoCreated", "account_id", account);
                    case "PurchaseOrder" -> Map.of("postatus", "Created", "vendor_id", vendor);
                    default -> Map.of("invoicestatus", "Created", "account_id", account);
                });
        return terms;
    }

    String created(String module, Map<String, Object> more) {
        return call("vtiger:create/" + module, order(module, "Order", more))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> retrieved(String id) {
        return call("vtiger:retrieve", id).getMessage().getBody(Map.class);
    }

    /** A copy with its items copied too. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> copy(Map<String, Object> order) {
        Map<String, Object> copy = new LinkedHashMap<>(order);
        List<Map<String, Object>> items = new ArrayList<>();
        ((List<Map<String, Object>>) order.get("LineItems")).forEach(item -> items.add(new HashMap<>(item)));
        copy.put("LineItems", items);
        return copy;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> order) {
        return (List<Map<String, Object>>) order.get("LineItems");
    }

    static double number(Object value) {
        return Double.parseDouble(String.valueOf(value));
    }
}
