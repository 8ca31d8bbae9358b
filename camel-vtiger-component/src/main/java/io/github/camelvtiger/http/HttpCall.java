package io.github.camelvtiger.http;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request.
 *
 * @param headers besides those that follow from the body; may carry secrets
 * @param body null for none
 */
public record HttpCall(HttpMethod method, URI uri, Map<String, String> headers, HttpBody body) {

    public HttpCall {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static HttpCall get(URI uri) {
        return new HttpCall(HttpMethod.GET, uri, Map.of(), null);
    }

    public static HttpCall post(URI uri, HttpBody body) {
        return new HttpCall(HttpMethod.POST, uri, Map.of(), body);
    }

    /** Whether it can be sent, now or again: not with a stream that was read. */
    public boolean canBeSent() {
        return body == null || !body.isSpent();
    }

    /** Without the query string, the headers and the body: they carry the session or the access key. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
