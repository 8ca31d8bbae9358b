package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the server sent back.
 *
 * @param contentType without its parameters, {@code ""} where none was sent
 * @param headers as lower-cased lines {@code name: value}
 */
record Answer(int status, String contentType, String headers, String body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int SHOWN = 300;

    /** The body as JSON; a missing node where it is none. */
    JsonNode json() {
        if (!body.startsWith("{")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** {@code result} of a success, else a missing node. */
    JsonNode result() {
        JsonNode json = json();
        return json.path("success").asBoolean() ? json.path("result") : MissingNode.getInstance();
    }

    boolean success() {
        return json().path("success").asBoolean();
    }

    /** In one line, cut to what a reader needs. */
    String text() {
        String shown = body.isEmpty() ? "empty body" : body.replaceAll("\\s+", " ");
        return "HTTP " + status + " " + contentType + " "
                + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }
}
