package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A field as {@code describe} reports it, in the short forms of {@code types.json}.
 *
 * @param field an element of {@code fields}
 */
record FieldDescription(JsonNode field) {

    private static final List<String> FLAGS = List.of("mandatory", "isunique", "nullable", "editable");

    String name() {
        return field.path("name").asText();
    }

    /** The name of the type and what else it says, picklists apart: {@code reference refersTo=Accounts,Vendors}. */
    String type() {
        StringBuilder text = new StringBuilder(field.path("type").path("name").asText());
        field.path("type").properties().forEach(entry -> {
            if (entry.getKey().equals("maxUploadFileSize")) {
                // Its value is a setting of the server's.
                text.append(" maxUploadFileSize");
            } else if (!List.of("name", "picklistValues", "defaultValue").contains(entry.getKey())) {
                text.append(' ').append(entry.getKey()).append('=').append(shown(entry.getValue()));
            }
        });
        return text.toString();
    }

    /** The flags that are set, by name; those that are texts instead of booleans in quotes. */
    String flags() {
        List<String> set = new ArrayList<>();
        for (String flag : FLAGS) {
            JsonNode value = field.path(flag);
            if (value.isTextual()) {
                set.add(flag + "='" + value.asText() + "'");
            } else if (value.asBoolean()) {
                set.add(flag);
            }
        }
        return String.join(" ", set);
    }

    String label() {
        return field.path("label").asText();
    }

    /** Its default as JSON, {@code ""} if it says none. */
    String defaultValue() {
        JsonNode value = field.path("default");
        return value.isMissingNode() || value.asText().isEmpty() && value.isTextual() ? "" : value.toString();
    }

    /** The keys in their order. */
    String keys() {
        return String.join(" ", (Iterable<String>) field::fieldNames);
    }

    /** Default and values of a picklist, {@code value=label} if these differ; {@code ""} if it is none. */
    String picklist() {
        JsonNode type = field.path("type");
        if (!type.has("picklistValues")) {
            return "";
        }
        return shown(type.path("defaultValue")) + ": "
                + StreamSupport.stream(type.path("picklistValues").spliterator(), false)
                        .map(FieldDescription::choice)
                        .collect(Collectors.joining(" | "));
    }

    /**
     * Whether a short form is the expected one. In it {@code ~} is between the values of a picklist that have the same
     * place in its order, so that each database answers them in an order of its own.
     */
    static boolean fits(String value, String expected) {
        List<String> left = List.of(value.split(" \\| "));
        for (String together : expected.split(" \\| ")) {
            List<String> some = List.of(together.split(" ~ "));
            if (left.size() < some.size() || !left.subList(0, some.size()).containsAll(some)) {
                return false;
            }
            left = left.subList(some.size(), left.size());
        }
        return left.isEmpty();
    }

    private static String choice(JsonNode choice) {
        String value = choice.path("value").asText();
        String label = choice.path("label").asText();
        return value.equals(label) ? value : value + "=" + label;
    }

    private static String shown(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }
}
