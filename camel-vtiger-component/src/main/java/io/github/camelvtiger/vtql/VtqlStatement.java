package io.github.camelvtiger.vtql;

import java.util.List;

/**
 * A query as a user gave it, read.
 *
 * @param columns names of fields; empty for {@code *}
 * @param counts whether it is {@code count(*)}
 * @param order names of fields; empty for none. The direction holds for the last one, the others ascend
 *     ({@code webservice.md §7})
 * @param skip how many records LIMIT leaves out
 * @param limit how many records at most; -1 for all
 */
public record VtqlStatement(
        List<String> columns,
        boolean counts,
        String module,
        Condition condition,
        List<String> order,
        boolean descending,
        int skip,
        int limit) {

    /** @throws io.github.camelvtiger.client.QuerySyntaxException when it is none, or says what VTQL can't */
    public static VtqlStatement parse(String query) {
        return new VtqlParser(query == null ? "" : query).statement();
    }

    /** The same query of other fields. */
    public VtqlStatement withColumns(List<String> others) {
        return new VtqlStatement(others, counts, module, condition, order, descending, skip, limit);
    }

    /** The same query of a part of its records. */
    public VtqlStatement page(int skip, int limit) {
        return new VtqlStatement(columns, counts, module, condition, order, descending, skip, limit);
    }

    /** The same query of the records for which another condition holds as well. */
    public VtqlStatement and(Condition other) {
        return new VtqlStatement(columns, counts, module, condition.and(other), order, descending, skip, limit);
    }

    /** The same query under another condition. */
    public VtqlStatement with(Condition other) {
        return new VtqlStatement(columns, counts, module, other, order, descending, skip, limit);
    }

    /** The same query in another order. */
    public VtqlStatement orderedBy(List<String> fields, boolean descends) {
        return new VtqlStatement(columns, counts, module, condition, fields, descends, skip, limit);
    }

    /** How many records the query finds, without its LIMIT. */
    public VtqlStatement counting() {
        return new VtqlStatement(List.of(), true, module, condition, List.of(), false, 0, -1);
    }

    /** As it is sent. */
    public String text() {
        String range = limit < 0 ? "" : " limit " + (skip == 0 ? "" : skip + ", ") + limit;
        return selection() + condition.clause() + orderClause() + range + ";";
    }

    /** The part from SELECT to the module. */
    public String selection() {
        String what = counts ? "count(*)" : columns.isEmpty() ? "*" : String.join(", ", columns);
        return "select " + what + " from " + module;
    }

    /** Whether the order is none or the ids' own, so that pages can go by id. */
    public boolean isOrderedById() {
        return order.isEmpty() || order.equals(List.of("id"));
    }

    /** The part ORDER BY with a space before it; {@code ""} for none. */
    public String orderClause() {
        return order.isEmpty() ? "" : " order by " + String.join(", ", order) + (descending ? " desc" : "");
    }
}
