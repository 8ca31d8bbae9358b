package io.github.camelvtiger.simulator.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records to sell, and inventory records of them, on a {@link FreshCrm}. */
final class Orders {

    final FreshCrm crm;
    final String account;
    final String vendor;
    final String widget;
    final String plain;
    final String hours;

    Orders(FreshCrm crm) {
        this.crm = crm;
        account = crm.created("Accounts", Map.of("accountname", "A"));
        vendor = crm.created("Vendors", Map.of("vendorname", "V"));
        widget = crm.created(
                "Products",
                Map.of("productname", "W", "unit_price", "100", "qtyinstock", "50", "tax1", "4.5", "tax2", "10"));
        plain = crm.created("Products", Map.of("productname", "B <b>", "unit_price", "5", "qtyinstock", "50"));
        hours = crm.created("Services", Map.of("servicename", "H", "unit_price", "7.77"));
    }

    Map<String, Object> header(String module, Map<String, ?> more) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of(
                "subject",
                "S",
                "bill_street",
                "b",
                "ship_street",
                "s",
                "productid",
                widget,
                "assigned_user_id",
                "19x1"));
        if (module.equals("PurchaseOrder")) {
            header.putAll(Map.of("vendor_id", vendor, "postatus", "Created"));
        } else {
            header.put("account_id", account);
        }
        if (module.equals("Quotes")) {
            header.put("quotestage", "Created");
        } else if (module.equals("SalesOrder")) {
            header.putAll(Map.of("sostatus", "Created", "invoicestatus", "Created"));
        }
        header.putAll(more);
        return header;
    }

    Map<String, Object> create(String module, Map<String, ?> more, Map<?, ?>... items) {
        Map<String, Object> element = header(module, more);
        element.put("LineItems", List.of(items));
        return crm.create(module, element);
    }

    String created(String module, Map<String, ?> more, Map<?, ?>... items) {
        return create(module, more, items).get("id").toString();
    }

    static Map<String, Object> item(String product, Object quantity, Object price) {
        return Map.of("productid", product, "quantity", quantity, "listprice", price);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> items(String id) {
        return (List<Map<String, Object>>) crm.retrieve(id).get("LineItems");
    }

    List<Object> itemIds(String id) {
        return items(id).stream().map(item -> item.get("id")).toList();
    }

    String stock(String product) {
        return crm.retrieve(product).get("qtyinstock").toString();
    }
}
