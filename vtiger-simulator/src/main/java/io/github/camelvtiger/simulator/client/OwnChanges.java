package io.github.camelvtiger.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run changes of records that it did not make, so that it can change them back. */
public final class OwnChanges {

    private final HttpCalls http;
    private final List<JsonNode> before = new ArrayList<>();

    public OwnChanges(HttpCalls http) {
        this.http = http;
    }

    /** @param element id and values as they were before the run */
    public void note(JsonNode element) {
        before.add(element);
    }

    /**
     * Revises them to what they were.
     *
     * @return the ids of those that could not be revised
     */
    public List<String> undo(String session) throws InterruptedException {
        List<String> left = new ArrayList<>();
        for (JsonNode element : before) {
            if (!revised(element, session)) {
                left.add(element.path("id").asText());
            }
        }
        before.clear();
        return left;
    }

    private boolean revised(JsonNode element, String session) throws InterruptedException {
        Map<String, String> form = Map.of("operation", "revise", "sessionName", session, "element", element.toString());
        try {
            return http.send(new Request("POST", "webservice.php", Map.of(), form, List.of(), "", "", Map.of()))
                    .success();
        } catch (IOException e) {
            return false;
        }
    }
}
