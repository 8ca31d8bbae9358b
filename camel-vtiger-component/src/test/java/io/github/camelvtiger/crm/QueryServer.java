package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Answers pages as a server does: at most 100 rows, equals in an order that differs from page to page, a record's rows
 * multiplied before LIMIT and collapsed after it, hidden rows taken away after LIMIT.
 */
final class QueryServer implements QueryPages.PageSource {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Random random;

    QueryServer(long seed) {
        random = new Random(seed);
    }

    static Counts counts(QueryPages.PageSource source) {
        return new Counts(source, id -> CompletableFuture.completedFuture(false));
    }

    static ProvenPages proven(QueryPages.PageSource source, boolean administrator) {
        return new ProvenPages(
                statement -> source.page(statement.text()),
                counts(source),
                () -> CompletableFuture.completedFuture(administrator));
    }

    /** @param lines how many rows the server makes of the record before LIMIT */
    QueryServer with(int number, String city, int lines, boolean hidden) {
        rows.add(new Row(number, city, lines, hidden));
        return this;
    }

    QueryServer with(int number, String city) {
        return with(number, city, 1, false);
    }

    List<String> asked() {
        return asked;
    }

    /** What a user may read, by city and then by id. */
    List<Row> visible() {
        return rows.stream().filter(row -> !row.hidden()).toList();
    }

    boolean hidesNothing() {
        return rows.stream().noneMatch(Row::hidden);
    }

    @Override
    public CompletableFuture<Page> page(String vtql) {
        asked.add(vtql);
        VtqlStatement query = VtqlStatement.parse(vtql);
        if (query.counts()) {
            int count = rows.stream()
                    .filter(row -> row.isAfter(query))
                    .mapToInt(Row::lines)
                    .sum();
            return CompletableFuture.completedFuture(new Page(List.of(Map.of("count", String.valueOf(count))), null));
        }
        List<Row> found =
                new ArrayList<>(rows.stream().filter(row -> row.isAfter(query)).toList());
        Collections.shuffle(found, random);
        found.sort(order(query));
        List<Row> multiplied = found.stream()
                .flatMap(row -> Collections.nCopies(row.lines(), row).stream())
                .toList();
        Map<String, Map<String, Object>> page = new LinkedHashMap<>();
        multiplied.stream()
                .skip(query.skip())
                .limit(query.limit() < 0 ? 100 : Math.min(100, query.limit()))
                .filter(row -> !row.hidden())
                .forEach(row -> page.put(row.id(), Map.of("id", row.id(), "city", row.city())));
        return CompletableFuture.completedFuture(new Page(List.copyOf(page.values()), null));
    }

    /** The direction holds for the last field, the ones before it ascend. */
    private static Comparator<Row> order(VtqlStatement query) {
        Comparator<Row> order = (one, other) -> 0;
        for (int i = 0; i < query.order().size(); i++) {
            Comparator<Row> by = query.order().get(i).equals("id")
                    ? Comparator.comparingInt(Row::number)
                    : Comparator.comparing(Row::city);
            boolean last = i == query.order().size() - 1;
            order = order.thenComparing(last && query.descending() ? by.reversed() : by);
        }
        return order;
    }

    record Row(int number, String city, int lines, boolean hidden) {
        String id() {
            return "12x" + number;
        }

        /** Of the tests that paging makes: comparisons of the id and the city. */
        private boolean isAfter(VtqlStatement query) {
            return query.condition().alternatives().isEmpty()
                    || query.condition().alternatives().stream()
                            .anyMatch(tests -> Stream.of(tests.split(" and ")).allMatch(this::holds));
        }

        private boolean holds(String condition) {
            String[] test = condition.split(" ");
            String value = test[2].replace("'", "");
            int order = test[0].equals("id")
                    ? Integer.compare(number, Integer.parseInt(value.replace("12x", "")))
                    : city.compareTo(value);
            return switch (test[1]) {
                case ">" -> order > 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                default -> order == 0;
            };
        }
    }
}
