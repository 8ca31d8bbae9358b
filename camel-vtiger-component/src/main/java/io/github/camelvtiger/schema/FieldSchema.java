package io.github.camelvtiger.schema;

import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.values.RecordCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The JSON Schema of the values of one field. It accepts what JSON has of its own, such as {@code true} and {@code 12.5},
 * and the texts that the server answers ({@code webservice.md §6}): an empty field is an empty text, and null in release
 * 8.3.0 ({@code releases.md §2}).
 */
final class FieldSchema {

    private static final String INTEGER = "[+-]?[0-9]{1,10}";
    private static final String NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,4})?";
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
    private static final String HOST = "[^\\s/:]+([.:/][^\\s]*)?";
    private static final String RECORD = "(0|[1-9][0-9]{0,17})";

    private final Field field;
    private final Map<String, Integer> prefixes;
    private final boolean mayBeEmpty;
    private final Map<String, Object> schema = new LinkedHashMap<>();

    private FieldSchema(Field field, Map<String, Integer> prefixes, boolean mayBeEmpty) {
        this.field = field;
        this.prefixes = prefixes;
        this.mayBeEmpty = mayBeEmpty;
    }

    /**
     * @param prefixes of the ids of modules, as far as they are known
     * @param mayBeEmpty whether a record without a value is accepted
     */
    static Map<String, Object> of(Field field, Map<String, Integer> prefixes, boolean mayBeEmpty) {
        FieldSchema made = new FieldSchema(field, prefixes, mayBeEmpty);
        made.schema.put("title", field.label());
        made.write();
        return made.schema;
    }

    private void write() {
        switch (field.type()) {
            case "boolean" -> flag();
            case "integer" -> {
                types("integer", "string");
                pattern(INTEGER);
                schema.put("minimum", Integer.MIN_VALUE);
                schema.put("maximum", Integer.MAX_VALUE);
            }
            case "double", "decimal", "currency", "percent", "percentage" -> {
                types("number", "string");
                pattern(NUMBER);
            }
            case "date" -> formats(List.of(Map.of("format", "date")));
            case "datetime" ->
                formats(List.of(Map.of("format", "date-time"), Map.of("pattern", "^" + DAY + " " + TIME + "$")));
            case "time" -> {
                types("string");
                pattern(TIME);
            }
            case "email" -> {
                formats(List.of(Map.of("format", "email")));
                length();
            }
            case "url" -> {
                // People leave out the scheme, and the CRM keeps the address as it is.
                formats(List.of(Map.of("format", "uri"), Map.of("pattern", "^" + HOST + "$")));
                length();
            }
            case "picklist" -> choice();
            case "multipicklist" -> choices();
            case "reference", "owner" -> reference();
            case "password" -> {
                text();
                schema.put("writeOnly", true);
            }
            default -> text();
        }
    }

    private void text() {
        types("string");
        if (!mayBeEmpty) {
            schema.put("minLength", 1);
        }
        length();
    }

    private void length() {
        field.length().ifPresent(most -> schema.put("maxLength", most));
    }

    private void flag() {
        types("boolean", "string");
        schema.put("enum", empties(List.of(true, false, "1", "0", "true", "false", "on", "off")));
    }

    private void choice() {
        List<String> values = field.picklistValues();
        if (values.isEmpty()) {
            text();
            return;
        }
        types("string");
        schema.put("enum", empties(values.stream().distinct().toList()));
    }

    /** Several values as a List, or as the server has them: {@code A |##| B}. */
    private void choices() {
        types("array", "string");
        List<String> values = field.picklistValues().stream().distinct().toList();
        if (values.isEmpty()) {
            return;
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("enum", values);
        schema.put("items", item);
        String one = values.stream().map(FieldSchema::literal).collect(Collectors.joining("|", "(", ")"));
        pattern(one + "( [|]##[|] " + one + ")*");
        if (!mayBeEmpty) {
            schema.put("minItems", 1);
        }
    }

    private void reference() {
        types("string");
        List<String> targets = RecordCheck.targets(field);
        boolean known = !targets.isEmpty() && prefixes.keySet().containsAll(targets);
        String prefix = known
                ? targets.stream().map(prefixes::get).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("|", "(", ")"))
                : "(0|[1-9][0-9]{0,8})";
        if (field.type().equals("reference") && targets.isEmpty()) {
            // It refers to something that has no records, such as a role, whose ids have another form.
            return;
        }
        pattern(prefix + "x" + RECORD);
        schema.put("description", "The id of a record of " + String.join(" or ", targets) + ".");
        schema.put(RecordSchema.MODULES, targets);
    }

    private void types(String... types) {
        List<String> accepted = new ArrayList<>(List.of(types));
        if (mayBeEmpty) {
            accepted.add("null");
        }
        schema.put("type", accepted.size() == 1 ? accepted.get(0) : accepted);
    }

    /** A text of this form; where the field may be empty, also an empty one. */
    private void pattern(String form) {
        schema.put("pattern", mayBeEmpty ? "^(" + form + ")?$" : "^" + form + "$");
    }

    /** Formats accept what is not a text, so that null needs no form of its own. */
    private void formats(List<Map<String, Object>> forms) {
        types("string");
        List<Map<String, Object>> accepted = new ArrayList<>(forms);
        if (mayBeEmpty) {
            accepted.add(Map.of("maxLength", 0));
        } else {
            schema.put("minLength", 1);
        }
        schema.put("anyOf", accepted);
    }

    private List<Object> empties(List<?> values) {
        List<Object> accepted = new ArrayList<>(values);
        if (mayBeEmpty) {
            if (!values.contains("")) {
                accepted.add("");
            }
            accepted.add(null);
        }
        return accepted;
    }

    /** As a regular expression of ECMA-262 writes a text, also with its flag u. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\^$.*+?()\\[\\]{}|/]", "\\\\$0");
    }
}
