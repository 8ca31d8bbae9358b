package io.github.camelvtiger.simulator.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelvtiger.simulator.operation.ServerCrash;

/** Sent JSON as PHP code meets it that asks for keys without looking what it has before it. */
record PhpValue(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What cannot be decoded is null. */
    static PhpValue parse(String text) {
        try {
            return new PhpValue(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new PhpValue(MissingNode.getInstance());
        }
    }

    /**
     * Nothing if there is no such key.
     *
     * @throws ServerCrash for a key of a text, which only has places
     */
    PhpValue get(String key) {
        if (json.isTextual()) {
            throw new ServerCrash("a text is asked for its key " + key);
        }
        return new PhpValue(json.path(key));
    }

    /** Everything but nothing, false, nought (also as text), and what is empty. */
    boolean truthy() {
        if (json.isContainerNode()) {
            return !json.isEmpty();
        }
        return switch (json.getNodeType()) {
            case STRING -> !json.textValue().isEmpty() && !json.textValue().equals("0");
            case NUMBER -> json.doubleValue() != 0;
            case BOOLEAN -> json.booleanValue();
            default -> false;
        };
    }

    /** {@code ""} for what has no text. */
    String text() {
        return json.isValueNode() && !json.isNull() ? json.asText() : "";
    }
}
