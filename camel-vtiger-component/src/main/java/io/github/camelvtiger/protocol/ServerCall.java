package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.FailureContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One operation of the server with its parameters.
 *
 * @param operation as the server registers it, in lower case
 * @param post whether it reads its parameters from a form (else from the query string)
 * @param read whether it changes nothing and may be repeated
 * @param parameters a Map or List is sent as JSON, anything else as text; null values are left out
 * @param module what the call is about, for failures; null where nothing
 * @param recordId likewise
 */
public record ServerCall(
        String operation, boolean post, boolean read, Map<String, Object> parameters, String module, String recordId) {

    public static ServerCall get(String operation, String module, String recordId, Map<String, ?> parameters) {
        return new ServerCall(operation, false, true, new LinkedHashMap<>(parameters), module, recordId);
    }

    public static ServerCall write(String operation, String module, String recordId, Map<String, ?> parameters) {
        return new ServerCall(operation, true, false, new LinkedHashMap<>(parameters), module, recordId);
    }

    FailureContext failureContext() {
        return FailureContext.of(operation, module, recordId);
    }

    /** Without the parameters: they are the user's data. */
    @Override
    public String toString() {
        String subject = (module == null ? "" : " " + module) + (recordId == null ? "" : " " + recordId);
        // Names come from messages, too, and must not begin a line of the log.
        return operation + subject.replaceAll("\\p{Cntrl}", "?");
    }
}
