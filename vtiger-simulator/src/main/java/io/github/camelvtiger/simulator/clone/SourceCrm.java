package io.github.camelvtiger.simulator.clone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.session.AccessKeyProof;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;

/** The CRM that is cloned, read by one session; nothing is written to it. */
final class SourceCrm {

    private static final String ENGLISH = "en_us";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI script;
    private final String session;
    private final String user;

    /**
     * @param url without {@code webservice.php}
     * @throws IOException if it does not answer, or not as a Vtiger does, or refuses the login
     */
    SourceCrm(String url, String username, String accessKey) throws IOException, InterruptedException {
        script = URI.create(url.endsWith("/") ? url : url + "/").resolve("webservice.php");
        String token = get("operation", "getchallenge", "username", username)
                .path("token")
                .asText();
        String login =
                encoded("operation", "login", "username", username, "accessKey", AccessKeyProof.of(token, accessKey));
        JsonNode granted = result(HttpRequest.newBuilder(script)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(login)));
        session = granted.path("sessionName").asText();
        user = granted.path("userId").asText();
    }

    /** Of the user who reads; English for one who may not see users, not even himself. */
    String language() throws InterruptedException {
        try {
            return query("SELECT language FROM Users WHERE id = '" + user + "';")
                    .path(0)
                    .path("language")
                    .asText(ENGLISH);
        } catch (IOException e) {
            return ENGLISH;
        }
    }

    /** {@code types} and {@code information} of {@code listtypes}. */
    JsonNode types() throws IOException, InterruptedException {
        return get("operation", "listtypes", "sessionName", session);
    }

    JsonNode describe(String module) throws IOException, InterruptedException {
        return get("operation", "describe", "sessionName", session, "elementType", module);
    }

    /** @return rows; of actor types at most a hundred */
    JsonNode query(String query) throws IOException, InterruptedException {
        return get("operation", "query", "sessionName", session, "query", query);
    }

    private JsonNode get(String... parameters) throws IOException, InterruptedException {
        return result(HttpRequest.newBuilder(URI.create(script + "?" + encoded(parameters))));
    }

    private JsonNode result(HttpRequest.Builder request) throws IOException, InterruptedException {
        String body = body(request.timeout(TIMEOUT).build());
        try {
            JsonNode answer = json.readTree(body);
            if (answer.path("success").asBoolean()) {
                return answer.path("result");
            }
            throw new IOException(
                    "the server answers " + answer.path("error").path("message").asText("without an envelope"));
        } catch (JsonProcessingException e) {
            throw new IOException("the server does not answer as a Vtiger does: is the address right?");
        }
    }

    private String body(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (ConnectException e) {
            throw new IOException("nothing answers there: check --url, and that the server runs", e);
        }
    }

    private static String encoded(String... parameters) {
        StringJoiner encoded = new StringJoiner("&");
        for (int i = 0; i < parameters.length; i += 2) {
            encoded.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }
}
