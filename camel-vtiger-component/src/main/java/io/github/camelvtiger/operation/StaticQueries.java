package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.vtql.BoundQuery;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlStatement;

/** Queries and conditions in options, read when the route starts and not at the first message. */
public final class StaticQueries {

    private static final String ANY_VALUE = "x";

    private StaticQueries() {}

    /** @throws IllegalArgumentException naming the option and what is wrong with it */
    public static void requireReadable(VtigerConfiguration options) {
        if (options.getQuery() != null) {
            read("query", () -> VtqlStatement.parse(filled(options.getQuery())));
        }
        if (options.getWhere() != null) {
            read("where", () -> Condition.parse(filled(options.getWhere())));
        }
    }

    /**
     * A consumer has no message whose headers could be bound.
     *
     * @throws IllegalArgumentException likewise
     */
    public static void requireReadableWithoutHeaders(VtigerConfiguration options) {
        requireReadable(options);
        requireNoParameters("query", options.getQuery());
        requireNoParameters("where", options.getWhere());
    }

    private static void requireNoParameters(String option, String vtql) {
        if (vtql != null && !BoundQuery.parameters(vtql).isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " has the parameter :"
                    + BoundQuery.parameters(vtql).get(0).name()
                    + ", but a consumer has no headers to take its value from; write the value itself.");
        }
    }

    private static String filled(String vtql) {
        return BoundQuery.bind(vtql, parameter -> ANY_VALUE);
    }

    private static void read(String option, Runnable parsing) {
        try {
            parsing.run();
        } catch (QuerySyntaxException unreadable) {
            throw new IllegalArgumentException(
                    "The option " + option + " cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }
}
