package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.HttpMethod;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One operation of the server with its parameters.
 *
 * @param operation as the server registers it, in lower case
 * @param method GET takes the parameters from the query string, the others from a form, or from the query string beside a body
 * @param read whether it changes nothing and may be repeated
 * @param parameters a Map or List is sent as JSON, a {@link io.github.camelvtiger.http.FormFile} (or a List of them) as files,
 *     anything else as text; null values are left out
 * @param headers besides the protocol's own
 * @param body sent as it is, in place of a form; null for none
 * @param module what the call is about, for failures; null where nothing
 * @param recordId likewise
 */
public record ServerCall(
        String operation,
        HttpMethod method,
        boolean read,
        Map<String, Object> parameters,
        Map<String, String> headers,
        HttpBody body,
        String module,
        String recordId) {

    /** Without headers and a body of its own. */
    public ServerCall(
            String operation,
            HttpMethod method,
            boolean read,
            Map<String, Object> parameters,
            String module,
            String recordId) {
        this(operation, method, read, parameters, Map.of(), null, module, recordId);
    }

    public static ServerCall get(String operation, String module, String recordId, Map<String, ?> parameters) {
        return new ServerCall(operation, HttpMethod.GET, true, new LinkedHashMap<>(parameters), module, recordId);
    }

    public static ServerCall write(String operation, String module, String recordId, Map<String, ?> parameters) {
        return new ServerCall(operation, HttpMethod.POST, false, new LinkedHashMap<>(parameters), module, recordId);
    }

    /** Whether it can be sent again: not with a file that is a stream. */
    boolean isRepeatable() {
        return (body == null || body.isRepeatable())
                && files().allMatch(file -> file.content().isRepeatable());
    }

    public boolean hasFiles() {
        return files().findAny().isPresent();
    }

    private Stream<FormFile> files() {
        return parameters.values().stream()
                .flatMap(value -> value instanceof Collection<?> all ? all.stream() : Stream.ofNullable(value))
                .filter(FormFile.class::isInstance)
                .map(FormFile.class::cast);
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
