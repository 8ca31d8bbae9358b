package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What a server said.
 *
 * @param json the missing node for an answer that is not JSON
 */
record ReplayAnswer(int status, String contentType, String text, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ReplayAnswer of(int status, String contentType, String text) {
        return new ReplayAnswer(status, contentType, text, parsed(text));
    }

    /** An exchange of a scenario keeps JSON as such and anything else with its status and type. */
    static ReplayAnswer recorded(JsonNode exchange) {
        if (exchange.has("answer")) {
            JsonNode answer = exchange.get("answer");
            return new ReplayAnswer(200, "application/json", answer.toString(), answer);
        }
        JsonNode page = exchange.get("page");
        return new ReplayAnswer(
                page.get("status").intValue(),
                page.get("type").textValue(),
                page.get("text").textValue(),
                MissingNode.getInstance());
    }

    boolean isJson() {
        return json.isObject();
    }

    boolean success() {
        return json.path("success").asBoolean();
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? json : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
