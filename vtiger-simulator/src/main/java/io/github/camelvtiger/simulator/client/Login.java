package io.github.camelvtiger.simulator.client;

import io.github.camelvtiger.simulator.session.AccessKeyProof;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Challenge and login (webservice.md §3). */
public final class Login {

    private static final int TRIES = 5;

    private final HttpCalls http;

    public Login(HttpCalls http) {
        this.http = http;
    }

    /**
     * Logs in. Another client's challenge for the same user makes this one's void, so a refused
     * login is tried again a few times.
     *
     * @throws IOException if the server refuses or does not answer
     */
    public Visitor logIn(Account account) throws IOException, InterruptedException {
        Answer answer = attempt(account.username(), account.accessKey());
        for (int tries = 1; tries < TRIES && !answer.success(); tries++) {
            answer = attempt(account.username(), account.accessKey());
        }
        if (!answer.success()) {
            throw new IOException("No login as " + account + ": " + answer.text());
        }
        return new Visitor(account, answer.result());
    }

    private Answer attempt(String username, String accessKey) throws IOException, InterruptedException {
        Answer challenge =
                http.send(request("GET", Map.of("operation", "getchallenge", "username", username), Map.of()));
        if (!challenge.success()) {
            return challenge;
        }
        String proof = AccessKeyProof.of(challenge.result().path("token").asText(), accessKey);
        return http.send(
                request("POST", Map.of(), Map.of("operation", "login", "username", username, "accessKey", proof)));
    }

    private static Request request(String method, Map<String, String> query, Map<String, String> form) {
        return new Request(method, "webservice.php", query, form, List.of(), "", "", Map.of());
    }
}
