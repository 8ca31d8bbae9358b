package io.github.camelvtiger.vtql;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.QuerySyntaxException;

/** Says where a query goes wrong. */
final class VtqlFault {

    private static final int BEFORE = 20;
    private static final int AFTER = 30;

    private VtqlFault() {}

    static QuerySyntaxException at(String query, int at, String fault) {
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(query.length(), at + AFTER);
        String place = at >= query.length() ? "its end" : "'" + (from > 0 ? "…" : "") + query.substring(from, to) + "'";
        return new QuerySyntaxException(
                "The query can't be sent, at " + place + ": " + fault + ".", FailureContext.of("query", null, null));
    }
}
