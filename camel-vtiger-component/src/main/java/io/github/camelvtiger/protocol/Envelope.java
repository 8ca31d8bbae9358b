package io.github.camelvtiger.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /**
     * Finds the envelope at the end of a body, whatever precedes it.
     *
     * @throws io.github.camelvtiger.http.NoAnswerException when it takes too much memory, or is nested too deep
     */
    static Optional<Envelope> find(byte[] body, Json json) {
        // Most bodies are the envelope and nothing else, so it need not be looked for.
        Optional<Envelope> whole = begins(body, 0) ? at(0, body, json) : Optional.empty();
        if (whole.isPresent()) {
            return whole;
        }
        int start = lastObject(body);
        return start > 0 && begins(body, start) ? at(start, body, json) : Optional.empty();
    }

    /**
     * Takes a whole body for the envelope, however its JSON is laid out.
     *
     * @throws io.github.camelvtiger.http.NoAnswerException when it takes too much memory, or is nested too deep
     */
    static Optional<Envelope> whole(byte[] body, Json json) {
        return at(0, body, json);
    }

    private static Optional<Envelope> at(int start, byte[] body, Json json) {
        return json.read(body, start) instanceof Map<?, ?> map && map.get("success") instanceof Boolean success
                ? Optional.of(success ? success(start, map) : failure(start, map))
                : Optional.empty();
    }

    /** That of a server which reports a failure without a body. */
    static Envelope failure(String code, String message) {
        return new Envelope(0, false, null, code, message);
    }

    /** The same with what the server says made fit for messages. */
    Envelope cleaned(ServerText texts) {
        return success ? this : new Envelope(start, false, result, texts.clean(code), texts.clean(message));
    }

    private static Envelope success(int start, Map<?, ?> map) {
        return new Envelope(start, true, map.get("result"), null, null);
    }

    private static Envelope failure(int start, Map<?, ?> map) {
        Map<?, ?> error = map.get("error") instanceof Map<?, ?> given ? given : Map.of();
        return new Envelope(
                start, false, null, String.valueOf(error.get("code")), String.valueOf(error.get("message")));
    }

    private static boolean begins(byte[] body, int start) {
        return start + BEGINNING.length <= body.length
                && Arrays.equals(body, start, start + BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    /**
     * Where the object begins that ends where the body ends. Read backwards, since there is one such place only; forwards
     * each of many beginnings would have to be tried to the end.
     *
     * @return -1 when there is none
     */
    private static int lastObject(byte[] body) {
        int depth = 0;
        boolean inText = false;
        for (int at = end(body); at >= 0; at--) {
            byte character = body[at];
            if (character == '"') {
                int slashes = backslashesBefore(body, at);
                inText ^= slashes % 2 == 0;
                at -= slashes;
            } else if (!inText && (character == '}' || character == ']')) {
                depth++;
            } else if (!inText && (character == '{' || character == '[')) {
                depth--;
            }
            if (depth == 0) {
                return character == '{' ? at : -1;
            }
        }
        return -1;
    }

    private static int end(byte[] body) {
        int at = body.length - 1;
        while (at >= 0 && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at--;
        }
        return at;
    }

    private static int backslashesBefore(byte[] body, int at) {
        int before = at - 1;
        while (before >= 0 && body[before] == '\\') {
            before--;
        }
        return at - 1 - before;
    }
}
