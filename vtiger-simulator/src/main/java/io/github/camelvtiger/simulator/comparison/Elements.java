package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Draws what {@code create}, {@code update} and {@code revise} send. */
final class Elements {

    private Elements() {}

    /** All mandatory fields and some others; now and then something mandatory is missing or odd. */
    static ObjectNode whole(Draw draw, ModuleShape module, Script script) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        for (FieldShape field : module.fields()) {
            if (field.mandatory() && !draw.percent(1)) {
                element.set(
                        field.name(),
                        draw.percent(8) ? script.values().odd(draw, field.type()) : mandatory(draw, field, script));
            }
        }
        some(draw, module, script, element);
        return element;
    }

    /** The id and some fields. */
    static ObjectNode part(Draw draw, MadeRecord made, ModuleShape module, Script script) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("id", made.symbol());
        some(draw, module, script, element);
        return element;
    }

    private static void some(Draw draw, ModuleShape module, Script script, ObjectNode element) {
        List<FieldShape> writable = module.writable();
        int fields = draw.below(5);
        for (int i = 0; i < fields && !writable.isEmpty(); i++) {
            FieldShape field = draw.of(writable);
            element.set(field.name(), script.values().value(draw, field, script));
        }
        if (draw.percent(3)) {
            element.put(draw.of("bogus", "modifiedtime", "createdtime", "source", "label"), "2020-01-01 00:00:00");
        }
    }

    /** A text that is not there would be another check's subject. */
    private static JsonNode mandatory(Draw draw, FieldShape field, Script script) {
        JsonNode value = script.values().usual(draw, field, script);
        return value.asText().isEmpty() ? TextNode.valueOf("Alpha") : value;
    }
}
