package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is checked of one custom field: each value that its type takes, by create and by query, and a condition that finds it.
 *
 * @param module that it is a field of
 * @param place of the field among all of its module
 * @param field as {@code describe} reports it
 * @param base what a record of the module needs besides
 * @param samples {@code custom.json}: values by type, and what is to be found by type
 */
record CustomField(String module, int place, FieldDescription field, ObjectNode base, JsonNode samples) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VALUES_OF_A_LIST = 3;

    /** In the form of the files of checks. */
    List<ObjectNode> checks() {
        List<ObjectNode> checks = new ArrayList<>();
        checks.add(described());
        values().forEach(value -> {
            String number = Integer.toString(checks.size());
            if (mandatory() && isNothing(value.get(0))) {
                checks.add(missed(value.get(0), number));
            } else {
                checks.add(created(value.get(0), value.get(1), number));
                checks.add(queried(value.get(0), value.get(1)));
            }
        });
        if (!target().isEmpty()) {
            checks.addAll(pointing());
        }
        JsonNode found = samples.path("found").path(type());
        if (!found.isMissingNode()) {
            checks.add(created(found, found, "found"));
            checks.add(check("is found by " + found)
                    .put(
                            "query",
                            "select id from " + module + " where id = '${custom}' and " + field.name() + " = '"
                                    + found.asText() + "';"));
            checks.get(checks.size() - 1).putArray("ids").add("${custom}");
        }
        return checks;
    }

    /** A value that the field takes, for records that cannot be without; empty if none is known. */
    Optional<JsonNode> sample() {
        return values().stream().findFirst().map(value -> value.get(0));
    }

    boolean mandatory() {
        return field.field().path("mandatory").asBoolean();
    }

    String name() {
        return field.name();
    }

    private String type() {
        return field.field().path("type").path("name").asText();
    }

    private List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode choice : field.field().path("type").path("picklistValues")) {
            if (values.size() < VALUES_OF_A_LIST) {
                ArrayNode pair = JSON.createArrayNode();
                values.add(pair.add(choice.get("value")).add(choice.get("value")));
            }
        }
        samples.path("values").path(type()).forEach(values::add);
        return values;
    }

    private ObjectNode described() {
        ObjectNode check = check("is described with the usual keys").put("describe", module);
        ObjectNode expected =
                check.putObject("fields").putObject("fields." + place).put("name", field.name());
        expected.put("label", "~text").put("mandatory", "~any").put("type", "~object");
        expected.put("isunique", false)
                .put("nullable", "~any")
                .put("editable", "~any")
                .put("default", "~any");
        return check;
    }

    /** @param number tells its record from those of the field's other checks: some names may not be there twice */
    private ObjectNode created(JsonNode sent, JsonNode expected, String number) {
        ObjectNode check = check("takes " + sent).put("create", module).put("keep", "custom");
        check.set("element", numbered(base, number).set(field.name(), sent));
        check.putObject("fields").set(field.name(), expected);
        return check;
    }

    private static boolean isNothing(JsonNode sent) {
        return sent.isNull() || sent.isTextual() && sent.asText().isEmpty();
    }

    private ObjectNode missed(JsonNode sent, String number) {
        ObjectNode check = check("must not be " + sent).put("create", module);
        check.set("element", numbered(base, number).set(field.name(), sent));
        check.putArray("error").add("MANDATORY_FIELDS_MISSING").add(field.name() + " does not have a value");
        return check;
    }

    private ObjectNode queried(JsonNode sent, JsonNode expected) {
        ObjectNode check = check("gives " + sent + " out by query")
                .put("query", "select " + field.name() + " from " + module + " where id = '${custom}';");
        check.putObject("fields").set("0." + field.name(), expected);
        return check;
    }

    /** A module that the field refers to and that records can be made of; empty for none. */
    private String target() {
        for (JsonNode module : field.field().path("type").path("refersTo")) {
            if (samples.path("records").has(module.asText())) {
                return module.asText();
            }
        }
        return "";
    }

    private List<ObjectNode> pointing() {
        ObjectNode made =
                check("has something to refer to").put("create", target()).put("keep", "target");
        made.set("element", numbered(samples.path("records").path(target()), "target"));
        made.putObject("fields").put("id", "~re:\\d+x\\d+");
        JsonNode id = JSON.getNodeFactory().textNode("${target}");
        ObjectNode nowhere = check("refuses what is not an id").put("create", module);
        nowhere.set("element", numbered(base, "nowhere").put(field.name(), "abc"));
        nowhere.putArray("error").add("ACCESS_DENIED").add("Permission to perform the operation is denied for id");
        return List.of(made, created(id, id, "pointing"), queried(id, id), nowhere);
    }

    private ObjectNode numbered(JsonNode record, String number) {
        ObjectNode numbered = JSON.createObjectNode();
        record.properties()
                .forEach(value -> numbered.set(
                        value.getKey(),
                        value.getValue().asText().equals("${mark}")
                                ? TextNode.valueOf("${mark} " + field.name() + " " + number)
                                : value.getValue()));
        return numbered;
    }

    private ObjectNode check(String what) {
        return JSON.createObjectNode()
                .put("check", module + ": " + field.name() + " (" + field.label() + ", " + type() + ") " + what);
    }
}
