package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The ways through the pages of a query: every row that can be seen comes once, in its order. */
class RowPagesTest {

    @Property(tries = 300)
    void aDescendingOrderIsReadFromItsBeginning(@ForAll("servers") QueryServer server, @ForAll boolean administrator) {
        List<String> read = cities(new DescendingPages(
                source(server, administrator), VtqlStatement.parse("select city from Contacts order by city desc")));

        assertThat(read)
                .containsExactlyElementsOf(server.visible().stream()
                        .map(QueryServer.Row::city)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Property(tries = 300)
    void anAscendingOrderPageByPage(@ForAll("servers") QueryServer server, @ForAll boolean administrator) {
        List<String> read = cities(new OffsetPages(
                source(server, administrator), VtqlStatement.parse("select city from Contacts order by city")));

        assertThat(read)
                .containsExactlyElementsOf(server.visible().stream()
                        .map(QueryServer.Row::city)
                        .sorted()
                        .toList());
    }

    @Property(tries = 200)
    void severalPartsAtOnce(
            @ForAll("servers") QueryServer server,
            @ForAll @IntRange(min = 2, max = 5) int parallelism,
            @ForAll boolean administrator) {
        List<String> read = ProvenPagesTest.ids(
                new ModuleParts(source(server, administrator), VtqlStatement.parse("select * from Contacts"))
                        .pages(parallelism)
                        .join());

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        server.visible().stream().map(QueryServer.Row::id).toList());
    }

    @Property(tries = 200)
    void aLimitHoldsOverAllPages(
            @ForAll("servers") QueryServer server,
            @ForAll @IntRange(max = 250) int skip,
            @ForAll @IntRange(min = -1, max = 250) int limit) {
        List<String> read = ProvenPagesTest.ids(new LimitedPages(
                new IdPages(source(server, false), VtqlStatement.parse("select * from Contacts")), skip, limit));

        assertThat(read)
                .containsExactlyElementsOf(server.visible().stream()
                        .sorted(Comparator.comparingInt(QueryServer.Row::number))
                        .skip(skip)
                        .limit(limit < 0 ? Long.MAX_VALUE : limit)
                        .map(QueryServer.Row::id)
                        .toList());
    }

    @Test
    void aDescendingOrderIsNotReadBeyondWhatIsWanted() {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, 5000).forEach(number -> server.with(number, "C%05d".formatted(number)));
        RowPages pages = new LimitedPages(
                new DescendingPages(
                        source(server, false), VtqlStatement.parse("select city from Contacts order by city desc")),
                0,
                150);

        assertThat(ProvenPagesTest.ids(pages)).hasSize(150).startsWith("12x5000", "12x4999");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aFieldThatIsReadForTheOrderAloneIsNotInTheRows() {
        QueryServer server = new QueryServer(1).with(1, "Bonn");
        RowPages pages = new DescendingPages(
                source(server, true), VtqlStatement.parse("select lastname from Contacts order by city desc"));

        assertThat(pages.next().join()).containsExactly(Map.of("id", "12x1"));
    }

    @Test
    void partsAreReadAtTheSameTimeOnePageAhead() {
        Map<String, CompletableFuture<List<Map<String, Object>>>> asked = new HashMap<>();
        RowPages one = () -> asked.computeIfAbsent("one", any -> new CompletableFuture<>());
        RowPages two = () -> asked.computeIfAbsent("two", any -> new CompletableFuture<>());
        ParallelPages pages = new ParallelPages(new ArrayDeque<>(List.of(one, two)), 2);

        assertThat(asked).containsOnlyKeys("one", "two");
        CompletableFuture<List<Map<String, Object>>> first = pages.next();
        asked.remove("two").complete(List.of(Map.of("id", "12x7")));
        assertThat(first.join()).containsExactly(Map.of("id", "12x7"));
        assertThat(asked).as("the page behind is asked for").containsOnlyKeys("one", "two");
    }

    @Provide
    Arbitrary<QueryServer> servers() {
        return Arbitraries.randomValue(random -> {
            QueryServer server = new QueryServer(random.nextLong());
            boolean hidden = false;
            int records = random.nextInt(600);
            int cities = 1 + random.nextInt(random.nextBoolean() ? 3 : 200);
            for (int number = 1; number <= records; number++) {
                hidden = random.nextInt(90) == 0 ? !hidden : hidden;
                int city = random.nextInt(cities);
                server.with(number, city == 0 ? "" : "C%03d".formatted(city), 1, hidden);
            }
            return server;
        });
    }

    private static Function<VtqlStatement, CompletableFuture<FoundPage>> source(
            QueryServer server, boolean administrator) {
        // To an administrator nothing is hidden.
        return QueryServer.proven(
                vtql -> server.page(vtql).thenApply(page -> new Page(page.rows(), null)),
                administrator && server.hidesNothing())::next;
    }

    private static List<String> cities(RowPages pages) {
        List<String> cities = new ArrayList<>();
        for (List<Map<String, Object>> page = pages.next().join();
                !page.isEmpty();
                page = pages.next().join()) {
            page.forEach(row -> cities.add((String) row.get("city")));
        }
        return cities;
    }
}
