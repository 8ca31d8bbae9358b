package io.github.camelvtiger.simulator.client;

import java.util.List;
import java.util.Map;

/**
 * One request as it goes over the wire.
 *
 * @param path below the server's URL, {@code webservice.php} for all calls but a few
 * @param query parameters of the URL, not yet encoded
 * @param form parameters of the body, not yet encoded
 * @param body of another kind than a form; {@code ""} for none
 * @param contentType of that body
 * @param headers further ones
 */
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        List<UploadedFile> files,
        String body,
        String contentType,
        Map<String, String> headers) {

    /** The operation that is called, wherever it is; {@code ""} if none is named. */
    public String operation() {
        return query.getOrDefault("operation", form.getOrDefault("operation", ""));
    }

    /** The parameters as a person writes them down, sessions left out. */
    public String text() {
        return method + " " + path + " " + shown(query) + shown(form) + body + files;
    }

    private static String shown(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!name.equals("sessionName") && !name.equals("accessKey")) {
                text.append(name).append('=').append(value).append(' ');
            }
        });
        return text.toString();
    }
}
