package io.github.camelvtiger.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.http.RawClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/** A client of the REST protocol, as one user. */
final class RestCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RawClient client;
    private final String authorization;

    private RestCalls(int port, String user, String key) {
        client = new RawClient(port);
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    static RestCalls as(String user, SimulatorServer server) {
        return new RestCalls(server.port(), user, server.accessKey(user));
    }

    /** @param parameters names and values in turn */
    HttpResponse<String> get(String operation, String... parameters) throws Exception {
        return client.send(request(operation + "?" + encoded(parameters)));
    }

    HttpResponse<String> post(String operation, String... parameters) throws Exception {
        return postBody(operation, "application/x-www-form-urlencoded", encoded(parameters));
    }

    HttpResponse<String> postBody(String operation, String contentType, String body) throws Exception {
        return client.send(
                request(operation).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    /** What becomes {@code result} in an answer of success, else an assertion fails. */
    static JsonNode result(HttpResponse<String> answer) throws Exception {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("result");
    }

    /** The code of a failure, else an assertion fails. */
    static String code(HttpResponse<String> answer) throws Exception {
        if (answer.statusCode() != 400) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).at("/error/code").asText();
    }

    private HttpRequest.Builder request(String operation) {
        return client.request("/restapi/v1/vtiger/default/" + operation).header("Authorization", authorization);
    }

    private static String encoded(String... parameters) {
        StringJoiner encoded = new StringJoiner("&");
        for (int i = 0; i < parameters.length; i += 2) {
            encoded.add(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }

    static List<String> ids(JsonNode records) {
        return records.findValuesAsText("id");
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
