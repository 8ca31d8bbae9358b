package io.github.camelvtiger.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** An option as the component's own metadata describe it. */
record ComponentOption(String name, JsonNode metadata) {

    private static final String METADATA = "/META-INF/io/github/camelvtiger/vtiger.json";

    static List<ComponentOption> all() {
        try (InputStream json = ComponentOption.class.getResourceAsStream(METADATA)) {
            return new ObjectMapper()
                    .readTree(json).get("componentProperties").properties().stream()
                            .map(option -> new ComponentOption(option.getKey(), option.getValue()))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String description() {
        return metadata.get("description").asText();
    }

    /** As Spring Boot spells it: words in lower case with dashes. */
    String key() {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The name of the Java type that an editor completes and checks; Camel itself converts texts. */
    String valueType() {
        return switch (metadata.get("type").asText()) {
            case "boolean" -> "java.lang.Boolean";
            case "integer" -> metadata.get("javaType").asText().equals("long") ? "java.lang.Long" : "java.lang.Integer";
            case "number" -> "java.lang.Double";
            case "duration" -> "java.time.Duration";
            default -> "java.lang.String";
        };
    }

    ObjectNode springMetadata() {
        ObjectNode property = new ObjectMapper().createObjectNode();
        property.put("name", GeneratedConfiguration.PREFIX + "." + key());
        property.put("type", valueType());
        property.put("description", description());
        property.put("sourceType", GeneratedConfiguration.CLASS);
        JsonNode given = metadata.get("defaultValue");
        if (given != null) {
            property.set("defaultValue", given);
        }
        return property;
    }

    /** The values of an enum, for editors; null if the option is not one. */
    ObjectNode springHint() {
        JsonNode values = metadata.get("enum");
        if (values == null) {
            return null;
        }
        ObjectNode hint = new ObjectMapper().createObjectNode();
        hint.put("name", GeneratedConfiguration.PREFIX + "." + key());
        ArrayNode listed = hint.putArray("values");
        values.forEach(value -> listed.addObject().put("value", value.asText().toLowerCase(Locale.ROOT)));
        return hint;
    }
}
