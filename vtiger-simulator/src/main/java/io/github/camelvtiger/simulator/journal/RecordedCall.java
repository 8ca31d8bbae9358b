package io.github.camelvtiger.simulator.journal;

import java.time.Instant;
import java.util.Map;

/**
 * One call the server received.
 *
 * @param operation in lower case; {@code ""} where none was named
 * @param method HTTP method
 * @param parameters of query string and form, without the operation and without secrets
 * @param sessionOrdinal number of the session, from 1; 0 where the call had none that lived
 * @param status HTTP status of the answer; 0 where the connection was cut instead
 * @param at server time of arrival
 */
public record RecordedCall(
        String operation, String method, Map<String, String> parameters, int sessionOrdinal, int status, Instant at) {}
