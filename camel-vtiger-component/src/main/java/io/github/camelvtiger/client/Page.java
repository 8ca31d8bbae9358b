package io.github.camelvtiger.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The answer to one query request: at most 100 rows ({@code webservice.md §7}).
 *
 * @param rows the records in the order and with the fields as the server gave them
 * @param serverTime the answer's {@code Date} header, whole seconds on the clock that stamps {@code modifiedtime}; null
 *     where the header is missing
 */
public record Page(List<Map<String, Object>> rows, Instant serverTime) {}
