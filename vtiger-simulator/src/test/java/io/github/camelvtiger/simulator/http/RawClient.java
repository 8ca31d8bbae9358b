package io.github.camelvtiger.simulator.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** The JDK's client, which knows nothing of Vtiger. */
public final class RawClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    public RawClient(int port) {
        this.port = port;
    }

    public HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String... parameters) throws Exception {
        return send(request("/webservice.php?" + encoded(parameters)));
    }

    public HttpResponse<String> post(String... parameters) throws Exception {
        return send(form(parameters));
    }

    public HttpRequest.Builder form(String... parameters) {
        return request("/webservice.php")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(parameters)));
    }

    private static String encoded(String... parameters) {
        StringJoiner encoded = new StringJoiner("&");
        for (int i = 0; i < parameters.length; i += 2) {
            encoded.add(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }
}
