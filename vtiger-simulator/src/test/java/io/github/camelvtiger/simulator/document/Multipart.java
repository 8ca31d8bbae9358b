package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.LoggedIn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A multipart form, part by part. */
final class Multipart {

    private static final String BOUNDARY = "----boundary7d3";

    private final StringBuilder body = new StringBuilder();

    static Multipart of(LoggedIn client, String operation, String element) {
        return new Multipart()
                .field("operation", operation)
                .field("sessionName", client.session())
                .field("element", element);
    }

    Multipart field(String name, String value) {
        return part("name=\"" + name + "\"", "", value);
    }

    Multipart file(String name, String fileName, String type, String content) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", "Content-Type: " + type + "\r\n", content);
    }

    private Multipart part(String disposition, String headers, String content) {
        body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
        body.append(disposition).append("\r\n").append(headers).append("\r\n");
        body.append(content).append("\r\n");
        return this;
    }

    /** Contents are Latin-1: one byte a character. */
    HttpResponse<String> send(LoggedIn client) throws Exception {
        byte[] bytes = (body + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return client.client()
                .send(client.client()
                        .request("/webservice.php")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(bytes)));
    }
}
