package io.github.camelvtiger.simulator.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the server sent back.
 *
 * @param contentType without its parameters, {@code ""} if none was sent
 * @param headers as lower-cased lines {@code name: value}
 */
public record Answer(int status, String contentType, String headers, String body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int SHOWN = 300;

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
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
    public JsonNode result() {
        JsonNode json = json();
        return json.path("success").asBoolean() ? json.path("result") : MissingNode.getInstance();
    }

    public boolean success() {
        return json().path("success").asBoolean();
    }

    /** In one line. */
    public String shown() {
        return "HTTP " + status + " " + contentType + " "
                + (body.isEmpty() ? "empty body" : body.replaceAll("\\s+", " "));
    }

    /** In one line, cut to what a reader needs. */
    public String text() {
        String shown = shown();
        return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
    }
}
