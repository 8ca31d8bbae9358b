package io.github.camelvtiger.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What the server wraps every answer in ({@code webservice.md §1}): {@code {"success":true,"result":...}} or
 * {@code {"success":false,"error":{"message","code"}}}.
 *
 * @param start where it begins in the body: PHP notices may precede it
 * @param code the error's code as text; null for a success
 */
record Envelope(int start, boolean success, Object result, String code, String message) {

    private static final byte[] BEGINNING = "{\"success\":".getBytes(StandardCharsets.US_ASCII);

    /** Finds the envelope in a body, whatever precedes it. */
    static Optional<Envelope> find(byte[] body, Json json) {
        for (int start = indexOf(body, 0); start >= 0; start = indexOf(body, start + 1)) {
            if (json.read(body, start) instanceof Map<?, ?> map && map.get("success") instanceof Boolean success) {
                return Optional.of(success ? success(start, map) : failure(start, map));
            }
        }
        return Optional.empty();
    }

    private static Envelope success(int start, Map<?, ?> map) {
        return new Envelope(start, true, map.get("result"), null, null);
    }

    private static Envelope failure(int start, Map<?, ?> map) {
        Map<?, ?> error = map.get("error") instanceof Map<?, ?> given ? given : Map.of();
        return new Envelope(
                start, false, null, String.valueOf(error.get("code")), String.valueOf(error.get("message")));
    }

    private static int indexOf(byte[] body, int from) {
        for (int i = from; i <= body.length - BEGINNING.length; i++) {
            int matched = 0;
            while (matched < BEGINNING.length && body[i + matched] == BEGINNING[matched]) {
                matched++;
            }
            if (matched == BEGINNING.length) {
                return i;
            }
        }
        return -1;
    }
}
