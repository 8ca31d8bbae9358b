package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the server's results, where an empty object comes as an empty array ({@code webservice.md §1}). */
final class Results {

    private Results() {}

    /**
     * The object that an operation answers. Not a copy: an answer belongs to whoever asked.
     *
     * @throws ServerFailureException when the result is anything but an object or the empty array that PHP writes for an empty one
     */
    static Map<String, Object> object(ServerCall call, ServerAnswer answer) {
        Object result = answer.result();
        if (result instanceof Map<?, ?> || result instanceof List<?> list && list.isEmpty()) {
            return map(result);
        }
        throw unexpected(call, result, "an object");
    }

    /**
     * The record that an operation answers; a record has an id at least.
     *
     * @throws ServerFailureException when the result is none
     */
    static Map<String, Object> record(ServerCall call, ServerAnswer answer) {
        Map<String, Object> record = object(call, answer);
        if (record.isEmpty()) {
            throw unexpected(call, List.of(), "a record");
        }
        return record;
    }

    /** @throws ServerFailureException when the result is anything but an array */
    static List<?> array(ServerCall call, ServerAnswer answer) {
        if (answer.result() instanceof List<?> list) {
            return list;
        }
        throw unexpected(call, answer.result(), "a list");
    }

    /** What to report of a result that is not what the operation answers. */
    static ServerFailureException unexpected(ServerCall call, Object result, String expected) {
        return new ServerFailureException(
                "The server answered " + call + " with success and " + kind(result) + " instead of " + expected
                        + "; look into its log, and try again when it is repaired.",
                FailureContext.of(call.operation(), call.module(), call.recordId()));
    }

    private static String kind(Object result) {
        if (result == null) {
            return "null";
        }
        if (result instanceof Map<?, ?>) {
            return "an object";
        }
        if (result instanceof List<?> list) {
            return list.isEmpty() ? "an empty list" : "a list";
        }
        return result instanceof String ? "a text" : result instanceof Boolean ? "a boolean" : "a number";
    }

    /**
     * The id of a row of a query.
     *
     * @throws ServerFailureException when it has none: what was read so far must not be taken for all
     */
    static RecordId recordId(Map<String, ?> row) {
        try {
            return RecordId.parse(text(row.get("id")));
        } catch (InvalidRecordException malformed) {
            throw new ServerFailureException(
                    "The server answered a query with a row that is not a record with an id; the reading ends here, and is not"
                            + " complete.",
                    FailureContext.of("query", null, null),
                    malformed);
        }
    }

    /** Empty where it is not an object. Not a copy: an answer belongs to whoever asked. */
    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> given ? (Map<String, Object>) given : new LinkedHashMap<>();
    }

    /** Empty where it is not an array. */
    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    /** Some flags come as text ({@code webservice.md §6}). */
    static boolean flag(Object value) {
        return Boolean.TRUE.equals(value) || "1".equals(value);
    }
}
