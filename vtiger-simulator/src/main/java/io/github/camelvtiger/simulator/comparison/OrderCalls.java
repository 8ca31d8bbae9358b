package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Quotes, orders and invoices with items, taxes, discounts and charges, and what they are made of. */
final class OrderCalls implements Subject {

    static final List<String> MODULES = List.of("Quotes", "SalesOrder", "PurchaseOrder", "Invoice");

    private static final List<String> GOODS = List.of("Products", "Services");
    private static final FieldShape NUMBER = new FieldShape("", "double", false, true, List.of(), List.of());

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int weight() {
        return 14;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<MadeRecord> good = script.record(draw, GOODS);
        if (good.isEmpty() || draw.percent(10)) {
            return good(draw, script);
        }
        for (String partner : List.of("Accounts", "Vendors")) {
            if (script.record(draw, List.of(partner)).isEmpty()) {
                return script.module(partner).map(module -> RecordCalls.create(draw, module, script));
            }
        }
        Optional<MadeRecord> order = script.record(draw, MODULES);
        if (order.isEmpty() || draw.percent(40)) {
            List<ModuleShape> modules = script.modules(MODULES);
            return modules.isEmpty() ? Optional.empty() : Optional.of(create(draw, draw.of(modules), script));
        }
        return Optional.of(use(draw, order.get(), script));
    }

    private static Optional<Step> good(Draw draw, Script script) {
        List<ModuleShape> modules = script.modules(GOODS);
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        ModuleShape module = draw.of(modules);
        ObjectNode element = Elements.whole(draw, module, script);
        element.put("unit_price", draw.of("10", "19.99", "1000.5"));
        if (draw.percent(50)) {
            element.set(draw.of("tax1", "tax2", "tax3"), script.values().value(draw, NUMBER, script));
        }
        return Optional.of(Step.post("create", "elementType", module.name(), "element", element.toString())
                .making(module.name()));
    }

    private static Step create(Draw draw, ModuleShape module, Script script) {
        ObjectNode element = Elements.whole(draw, module, script);
        script.record(draw, GOODS).ifPresent(good -> element.put("productid", good.symbol()));
        terms(draw, script, element);
        element.set("LineItems", items(draw, script));
        return Step.post("create", "elementType", module.name(), "element", element.toString())
                .making(module.name());
    }

    private static Step use(Draw draw, MadeRecord order, Script script) {
        ModuleShape module = script.module(order.module()).orElseThrow();
        int chance = draw.below(100);
        if (chance < 30) {
            return Step.get("retrieve", "id", order.symbol());
        }
        if (chance < 45) {
            return Step.post(
                    "revise",
                    "element",
                    Elements.part(draw, order, module, script).toString());
        }
        if (chance < 70) {
            ObjectNode element = Elements.part(draw, order, module, script);
            terms(draw, script, element);
            element.set("LineItems", items(draw, script));
            return Step.post("revise", "element", element.toString());
        }
        if (chance < 80) {
            ObjectNode element = Elements.whole(draw, module, script);
            script.record(draw, GOODS).ifPresent(good -> element.put("productid", good.symbol()));
            element.put("id", order.symbol());
            if (draw.percent(50)) {
                element.set("LineItems", items(draw, script));
            }
            return Step.post("update", "element", element.toString());
        }
        if (chance < 87) {
            return Step.get("query", "query", "select * from LineItem where parent_id = '" + order.symbol() + "';");
        }
        if (chance < 92) {
            return Step.get("retrieve_inventory", "id", order.symbol());
        }
        if (chance < 97) {
            ObjectNode item = item(draw, script);
            item.put("parent_id", order.symbol());
            return Step.post("create", "elementType", "LineItem", "element", item.toString());
        }
        return Step.post("delete", "id", order.symbol()).removing(order);
    }

    private static void terms(Draw draw, Script script, ObjectNode element) {
        if (draw.percent(80)) {
            element.put("hdnTaxType", draw.of("group", "individual", "group", "individual", "", "bogus"));
        }
        if (draw.percent(60)) {
            element.put("currency_id", "21x1");
            element.put("conversion_rate", "1");
        }
        for (String term : List.of("hdnDiscountPercent", "hdnDiscountAmount", "hdnS_H_Amount", "txtAdjustment")) {
            if (draw.percent(15)) {
                element.set(term, amount(draw, script));
            }
        }
    }

    private static JsonNode items(Draw draw, Script script) {
        if (draw.percent(6)) {
            return draw.of(
                    JsonNodeFactory.instance.arrayNode(),
                    JsonNodeFactory.instance.objectNode(),
                    JsonNodeFactory.instance.textNode("x"),
                    JsonNodeFactory.instance.nullNode());
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        int count = 1 + draw.below(3);
        for (int i = 0; i < count; i++) {
            items.add(item(draw, script));
        }
        return items;
    }

    private static ObjectNode item(Draw draw, Script script) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        script.record(draw, GOODS).ifPresent(good -> item.put("productid", good.symbol()));
        if (draw.percent(95)) {
            item.set("quantity", amount(draw, script));
        }
        if (draw.percent(90)) {
            item.set("listprice", amount(draw, script));
        }
        for (String part : List.of("discount_percent", "discount_amount", "tax1", "tax2", "tax3")) {
            if (draw.percent(18)) {
                item.set(part, amount(draw, script));
            }
        }
        if (draw.percent(30)) {
            item.set("comment", script.values().odd(draw, "text"));
        }
        return item;
    }

    private static JsonNode amount(Draw draw, Script script) {
        return draw.percent(85)
                ? JsonNodeFactory.instance.textNode(draw.of("1", "2", "3.5", "10", "100.25", "7.77"))
                : script.values().odd(draw, "double");
    }
}
