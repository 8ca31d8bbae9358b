package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Request;
import io.github.camelvtiger.simulator.client.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The request of a check as its file writes it; the forms are described in {@code README.md} beside the files.
 *
 * @param check the whole check
 */
record CallTemplate(JsonNode check) {

    /** The request with the scene's values. @throws MissingNeed if one of them is not there */
    Request request(Scene scene) {
        Placeholders placeholders = new Placeholders(scene);
        Map<String, String> send = new LinkedHashMap<>();
        if (check.has("create")) {
            send.put("elementType", placeholders.in(check.get("create").asText()));
            send.put("element", text(placeholders.in(check.path("element"))));
            return post("create", send, scene, placeholders);
        }
        for (String operation : List.of("update", "revise")) {
            if (check.has(operation)) {
                send.put("element", text(placeholders.in(check.get(operation))));
                return post(operation, send, scene, placeholders);
            }
        }
        if (check.has("delete")) {
            send.put("id", placeholders.in(check.get("delete").asText()));
            return post("delete", send, scene, placeholders);
        }
        for (Map.Entry<String, String> read : READS.entrySet()) {
            if (check.has(read.getKey())) {
                send.put(
                        read.getValue(),
                        placeholders.in(check.get(read.getKey()).asText()));
                return get(read.getKey(), send, scene, placeholders);
            }
        }
        parameters(check.path("send"), placeholders, send);
        if (check.has("get")) {
            return get(placeholders.in(check.get("get").asText()), send, scene, placeholders);
        }
        if (check.has("post")) {
            return post(placeholders.in(check.get("post").asText()), send, scene, placeholders);
        }
        return raw(placeholders);
    }

    private static final Map<String, String> READS =
            Map.of("retrieve", "id", "query", "query", "describe", "elementType", "relatedtypes", "elementType");

    private Request get(String operation, Map<String, String> send, Scene scene, Placeholders placeholders) {
        Map<String, String> query = started(operation, scene, placeholders);
        query.putAll(send);
        return new Request("GET", "webservice.php", query, Map.of(), List.of(), "", "", headers(placeholders));
    }

    private Request post(String operation, Map<String, String> send, Scene scene, Placeholders placeholders) {
        Map<String, String> form = started(operation, scene, placeholders);
        form.putAll(send);
        return new Request(
                "POST", "webservice.php", Map.of(), form, files(placeholders), "", "", headers(placeholders));
    }

    private Request raw(Placeholders placeholders) {
        JsonNode request = check.path("request");
        Map<String, String> query = new LinkedHashMap<>();
        parameters(request.path("query"), placeholders, query);
        Map<String, String> form = new LinkedHashMap<>();
        parameters(request.path("form"), placeholders, form);
        return new Request(
                request.path("method").asText("GET"),
                request.path("path").asText("webservice.php"),
                query,
                form,
                files(placeholders),
                placeholders.in(request.path("body").asText()),
                request.path("contentType").asText(),
                headers(placeholders));
    }

    private Map<String, String> started(String operation, Scene scene, Placeholders placeholders) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("operation", operation);
        JsonNode session = check.path("session");
        if (session.isMissingNode()) {
            parameters.put("sessionName", scene.session());
        } else if (!session.isNull()) {
            parameters.put("sessionName", placeholders.in(session.asText()));
        }
        return parameters;
    }

    private static void parameters(JsonNode from, Placeholders placeholders, Map<String, String> to) {
        from.properties().forEach(parameter -> to.put(parameter.getKey(), text(placeholders.in(parameter.getValue()))));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    private Map<String, String> headers(Placeholders placeholders) {
        Map<String, String> headers = new LinkedHashMap<>();
        parameters(check.path("headers"), placeholders, headers);
        return headers;
    }

    private List<UploadedFile> files(Placeholders placeholders) {
        List<UploadedFile> files = new ArrayList<>();
        check.path("files")
                .forEach(file -> files.add(new UploadedFile(
                        file.path("part").asText("filename"),
                        placeholders.in(file.path("name").asText()),
                        file.path("type").asText(),
                        placeholders.in(file.path("text").asText()).getBytes(StandardCharsets.UTF_8))));
        return files;
    }
}
