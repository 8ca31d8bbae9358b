package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Challenge and login (webservice.md §3). */
final class Login {

    private final HttpCalls http;

    Login(HttpCalls http) {
        this.http = http;
    }

    /**
     * The {@code result} of the login.
     *
     * @throws IOException where the server refuses or does not answer
     */
    JsonNode logIn(String username, String accessKey) throws IOException, InterruptedException {
        Answer challenge =
                http.send(request("GET", Map.of("operation", "getchallenge", "username", username), Map.of()));
        String token = challenge.result().path("token").asText();
        Answer login = http.send(request(
                "POST",
                Map.of(),
                Map.of("operation", "login", "username", username, "accessKey", proof(token, accessKey))));
        if (!login.success()) {
            throw new IOException("No login as " + username + ": " + (challenge.success() ? login : challenge).text());
        }
        return login.result();
    }

    /** What a login sends in place of the access key: the MD5 of token and key, in hexadecimal. */
    static String proof(String token, String accessKey) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest((token + accessKey).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5.", e);
        }
    }

    private static Request request(String method, Map<String, String> query, Map<String, String> form) {
        return new Request(method, "webservice.php", query, form, List.of(), "", "", Map.of());
    }
}
