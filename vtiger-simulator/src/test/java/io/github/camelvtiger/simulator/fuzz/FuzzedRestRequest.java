package io.github.camelvtiger.simulator.fuzz;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request to {@code /restapi} that no well-meaning client would send. */
record FuzzedRestRequest(String path, Login login, FuzzedParameters parameters) {

    /** The value of {@code Authorization}. */
    enum Login {
        RIGHT,
        OTHER_CASE,
        WRONG_KEY,
        NO_COLON,
        NO_BASE64,
        NOTHING_BEHIND,
        OTHER_SCHEME,
        NONE;

        /** @param credentials user name and access key with a colon between them; null for no header */
        private String header(String credentials) {
            return switch (this) {
                case RIGHT -> "Basic " + base64(credentials);
                case OTHER_CASE -> "bAsIc  " + base64(credentials);
                case WRONG_KEY -> "Basic " + base64(credentials + "x");
                case NO_COLON -> "Basic " + base64(credentials.replace(":", ""));
                case NO_BASE64 -> "Basic =%&" + credentials;
                case NOTHING_BEHIND -> "Basic";
                case OTHER_SCHEME -> "Bearer " + base64(credentials);
                case NONE -> null;
            };
        }

        boolean lets() {
            return this == RIGHT || this == OTHER_CASE;
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    String pathAndQuery() {
        return path + parameters.query();
    }

    HttpRequest.Builder sentBy(HttpRequest.Builder request, String credentials) {
        String header = login.header(credentials);
        return parameters.sentBy(header == null ? request : request.header("Authorization", header));
    }
}
