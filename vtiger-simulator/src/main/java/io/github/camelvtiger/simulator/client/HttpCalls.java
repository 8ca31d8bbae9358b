package io.github.camelvtiger.simulator.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests to one server, one after another. Follows nothing, repeats nothing, interprets nothing. */
public final class HttpCalls {

    /** Longer than any answer that is waited for; a server that loops is distinguished from one that is slow by it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param url with a slash at its end */
    public HttpCalls(String url) {
        this.url = url;
    }

    /** @throws IOException if there is no answer */
    public Answer send(Request request) throws IOException, InterruptedException {
        String query = encoded(request.query());
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(url + request.path() + (query.isEmpty() ? "" : "?" + query)))
                .timeout(TIMEOUT);
        request.headers().forEach(builder::header);
        if (request.method().equals("GET")) {
            builder.GET();
        } else if (!request.files().isEmpty()) {
            MultipartBody multipart = new MultipartBody(request.form(), request.files());
            body(builder, request.method(), multipart.contentType(), BodyPublishers.ofByteArray(multipart.bytes()));
        } else if (!request.contentType().isEmpty()) {
            body(builder, request.method(), request.contentType(), BodyPublishers.ofString(request.body()));
        } else {
            body(
                    builder,
                    request.method(),
                    "application/x-www-form-urlencoded",
                    BodyPublishers.ofString(encoded(request.form())));
        }
        try {
            return answer(http.send(builder.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (ConnectException e) {
            throw new IOException("Nothing answers at " + url + ": check --url, and that the server runs.", e);
        }
    }

    private static void body(HttpRequest.Builder builder, String method, String type, BodyPublisher body) {
        builder.header("Content-Type", type).method(method, body);
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        String headers = response.headers().map().entrySet().stream()
                .map(header -> header.getKey().toLowerCase() + ": " + String.join(", ", header.getValue()))
                .collect(Collectors.joining("\n"));
        return new Answer(response.statusCode(), type.replaceFirst(";.*", ""), headers, response.body());
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
