package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Sends the request of a step as it was recorded; knows nothing of what it means. */
final class ReplayClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    ReplayClient(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    ReplayAnswer send(JsonNode step, Map<String, String> get, Map<String, String> post, Map<String, String> headers) {
        String path = step.path("path").asText("/webservice.php");
        URI uri = URI.create(server + path + (get.isEmpty() ? "" : "?" + encoded(get)));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        String method = step.path("method").asText(post.isEmpty() ? "GET" : "POST");
        request.method(method, body(step, post, request));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return ReplayAnswer.of(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException e) {
            return ReplayAnswer.of(0, "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher body(JsonNode step, Map<String, String> post, HttpRequest.Builder request) {
        if (step.has("files")) {
            MultipartBody body = MultipartBody.of(post, step.get("files"));
            request.header("Content-Type", body.contentType());
            return BodyPublishers.ofByteArray(body.bytes());
        }
        if (step.has("body")) {
            request.header("Content-Type", step.get("type").textValue());
            return BodyPublishers.ofString(step.get("body").textValue());
        }
        if (post.isEmpty()) {
            return BodyPublishers.noBody();
        }
        request.header("Content-Type", "application/x-www-form-urlencoded");
        return BodyPublishers.ofString(encoded(post));
    }

    private static String encoded(Map<String, String> parameters) {
        StringJoiner encoded = new StringJoiner("&");
        parameters.forEach((name, value) -> encoded.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return encoded.toString();
    }
}
