package io.github.camelvtiger.http;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Reads the head of an answer of the HTTP client. */
final class ResponseHead {

    private ResponseHead() {}

    static HttpHead of(HttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            if (header.getValue() != null) {
                headers.putIfAbsent(header.getName(), header.getValue());
            }
        }
        String reason = response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
        return new HttpHead(response.getCode(), reason, Collections.unmodifiableMap(headers), Instant.now());
    }
}
