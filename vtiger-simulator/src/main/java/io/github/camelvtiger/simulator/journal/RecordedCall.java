package io.github.camelvtiger.simulator.journal;

import java.time.Instant;
import java.util.Map;

/**
 * One call the server received.
 *
 * @param operation in lower case; {@code ""} if none was named
 * @param method HTTP method
 * @param parameters of query string and form, without the operation and without secrets
 * @param sessionOrdinal number of the session, from 1; 0 if the call had none that lived
 * @param status HTTP status of the answer; 0 if the connection was cut instead
 * @param at server time of arrival
 * @param why what the answer does not say; {@link Explanation#NONE} for nothing
 */
public record RecordedCall(
        String operation,
        String method,
        Map<String, String> parameters,
        int sessionOrdinal,
        int status,
        Instant at,
        Explanation why) {

    private static final int LONGEST_VALUE = 300;

    /** How long its parameters are in all. */
    long characters() {
        long sum = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            sum += parameter.getKey().length() + parameter.getValue().length();
        }
        return sum;
    }

    /** For people, in one line; long parameters are cut. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(at + " " + method + " " + (operation.isEmpty() ? "?" : operation));
        parameters.forEach((name, value) -> line.append(' ')
                .append(name)
                .append('=')
                .append(value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value));
        line.append(sessionOrdinal == 0 ? " (no session)" : " (session " + sessionOrdinal + ")")
                .append(status == 0 ? " -> cut" : " -> " + status);
        return why.isEmpty() ? line.toString() : line + ": " + why;
    }
}
