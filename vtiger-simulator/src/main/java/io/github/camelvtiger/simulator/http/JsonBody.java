package io.github.camelvtiger.simulator.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A body of JSON instead of a form: the members of its object are the parameters. */
final class JsonBody {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private JsonBody() {}

    /** Objects and arrays become the text of their JSON; of what is not an object there is nothing. */
    static PhpParameters parameters(byte[] body) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(body);
            root.properties().forEach(member -> texts.put(member.getKey(), text(member.getValue())));
        } catch (IOException e) {
            return PhpParameters.NONE;
        }
        return PhpParameters.ofTexts(texts);
    }

    /** As PHP makes texts of values. */
    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "";
        }
        return value.isNull() ? "" : value.asText();
    }
}
