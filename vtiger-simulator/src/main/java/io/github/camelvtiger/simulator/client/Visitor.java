package io.github.camelvtiger.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.session.AccessKeyProof;

/**
 * A user who has logged in.
 *
 * @param login the {@code result} of the login
 */
public record Visitor(Account account, JsonNode login) {

    public String session() {
        return login.path("sessionName").asText();
    }

    /** The MD5 that a login with this token sends. */
    public String proof(String token) {
        return AccessKeyProof.of(token, account.accessKey());
    }

    /** As the placeholders know him. */
    public ObjectNode known() {
        ObjectNode known = new ObjectMapper().createObjectNode();
        known.put("id", login.path("userId").asText());
        known.put("username", account.username());
        known.put("session", session());
        return known;
    }

    /** Without key and session. */
    @Override
    public String toString() {
        return account.toString();
    }
}
