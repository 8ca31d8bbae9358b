package io.github.camelvtiger.simulator.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Queries: words in any order, near misses, and some that are likely to be run. */
final class FuzzedQueries {

    private static final List<String> WORDS = List.of(
            "select",
            "SELECT",
            "from",
            "where",
            "and",
            "or",
            "in",
            "like",
            "not",
            "order by",
            "desc",
            "limit",
            ",",
            ";",
            "(",
            ")",
            "=",
            "!=",
            "<",
            ">",
            "<=",
            ">=",
            "'",
            "\"",
            "%",
            "'%a%'",
            "''",
            "'\\'",
            "0",
            "-1",
            "1,2",
            "99999999999999999999",
            "null",
            "'12x1'",
            "'x'",
            "'2026-01-01'",
            "tags",
            "related.",
            "\\",
            "--",
            "#");

    private FuzzedQueries() {}

    static Arbitrary<String> any() {
        Arbitrary<String> words = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(WORDS)),
                Tuple.of(3, Arbitraries.of(FuzzedValues.FIELDS)),
                Tuple.of(1, Arbitraries.of(FuzzedValues.MODULES)),
                Tuple.of(1, FuzzedValues.noise()));
        Arbitrary<String> soup = words.list().ofMaxSize(25).map(all -> String.join(" ", all));
        Arbitrary<String> nearMiss = Combinators.combine(
                        Arbitraries.of(FuzzedValues.FIELDS),
                        Arbitraries.of(FuzzedValues.MODULES),
                        words.list().ofMaxSize(8))
                .as((field, module, rest) ->
                        "select " + field + " from " + module + " where " + String.join(" ", rest) + ";");
        Arbitrary<String> condition = Combinators.combine(
                        Arbitraries.of(FuzzedValues.FIELDS),
                        Arbitraries.of("=", "!=", "<", ">=", "like", "in", "not in"),
                        Arbitraries.oneOf(FuzzedValues.ids().map(id -> "'" + id + "'"), Arbitraries.of(WORDS)))
                .as((field, operator, value) -> field + " " + operator + " " + value);
        Arbitrary<String> likely = Combinators.combine(
                        Arbitraries.of(FuzzedValues.FIELDS),
                        Arbitraries.of("Contacts", "Leads", "Accounts", "Invoice", "Products"),
                        condition.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(FuzzedValues.FIELDS),
                        Arbitraries.of("", " desc", " limit 3", " limit 2, 5", " desc limit 100000"))
                .as((field, module, conditions, order, end) -> "select " + field + " from " + module + " where "
                        + String.join(" and ", conditions) + " order by " + order + end + ";");
        return Arbitraries.oneOf(soup, nearMiss, likely);
    }
}
