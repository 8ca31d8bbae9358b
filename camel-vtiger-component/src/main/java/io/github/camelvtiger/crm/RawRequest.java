package io.github.camelvtiger.crm;

import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.HttpMethod;
import java.util.Map;

/**
 * Any request to the server.
 *
 * @param path {@code /op} for an operation; with further segments, percent-encoded, for a resource of the REST API
 * @param parameters a Map or List is sent as JSON, a {@link io.github.camelvtiger.http.FormFile} makes the form multipart
 * @param headers none of those that are the connection's own
 * @param body sent as it is, the parameters then in the query string; null to send the parameters
 */
public record RawRequest(
        String path, HttpMethod method, Map<String, ?> parameters, Map<String, String> headers, HttpBody body) {

    /** Without the values: they are the user's data. */
    @Override
    public String toString() {
        return method + " " + path.replaceAll("\\p{Cntrl}", "?");
    }
}
