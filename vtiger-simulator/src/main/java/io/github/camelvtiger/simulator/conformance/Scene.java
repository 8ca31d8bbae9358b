package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.session.AccessKeyProof;
import java.util.HashMap;
import java.util.Map;

/** What the checks of one area know of what went before: the answers kept under a name, the session, the mark. */
final class Scene {

    private final Target target;
    private final Map<String, JsonNode> kept = new HashMap<>();

    /**
     * @param login the {@code result} of the login
     * @param mark a text of this run alone, which all its records carry
     */
    Scene(Target target, JsonNode login, String mark) {
        this.target = target;
        ObjectNode own = new ObjectMapper().createObjectNode();
        own.put("mark", mark);
        own.put("username", target.username());
        own.put("session", login.path("sessionName").asText());
        own.put("me", login.path("userId").asText());
        own.fields().forEachRemaining(value -> kept.put(value.getKey(), value.getValue()));
    }

    String session() {
        return kept.get("session").asText();
    }

    void keep(String name, JsonNode result) {
        kept.put(name, result);
    }

    /** The MD5 that a login with this token sends. */
    String proof(String token) {
        return AccessKeyProof.of(token, target.accessKey());
    }

    /**
     * A kept answer or a part of it.
     *
     * @param path name and steps, such as {@code c1.LineItems.0.id}
     * @throws MissingNeed where nothing was kept under it
     */
    JsonNode kept(String path) {
        String[] steps = path.split("\\.");
        JsonNode node = kept.get(steps[0]);
        for (int i = 1; i < steps.length && node != null; i++) {
            node = node.isArray() ? node.path(Integer.parseInt(steps[i])) : node.path(steps[i]);
        }
        if (node == null || node.isMissingNode()) {
            throw new MissingNeed(path);
        }
        return node;
    }
}
