package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvtiger.simulator.client.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the checks of one area know of what went before: the answers kept under a name, the users, the mark. */
final class Scene {

    private final Visitor administrator;
    private final Optional<Visitor> second;
    private final Map<String, JsonNode> kept = new HashMap<>();

    /**
     * @param second a user who is not an administrator, if there is one
     * @param mark a text of this run alone, which all its records carry
     */
    Scene(Visitor administrator, Optional<Visitor> second, String mark) {
        this.administrator = administrator;
        this.second = second;
        keep("mark", TextNode.valueOf(mark));
        keep("username", administrator.known().get("username"));
        keep("session", administrator.known().get("session"));
        keep("me", administrator.known().get("id"));
        second.ifPresent(visitor -> keep("second", visitor.known()));
    }

    String session() {
        return administrator.session();
    }

    void keep(String name, JsonNode result) {
        kept.put(name, result);
    }

    /** The MD5 that a login of the administrator with this token sends. */
    String proof(String token) {
        return administrator.proof(token);
    }

    /** The same for the second user. */
    String proofOfSecond(String token) {
        return second.orElseThrow(() -> new MissingNeed("second")).proof(token);
    }

    /** Whether a check that needs this can be made. */
    boolean has(String need) {
        return need.isEmpty() || kept.containsKey(need);
    }

    /**
     * A kept answer or a part of it.
     *
     * @param path name and steps, such as {@code c1.LineItems.0.id}
     * @throws MissingNeed if nothing was kept under it
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
