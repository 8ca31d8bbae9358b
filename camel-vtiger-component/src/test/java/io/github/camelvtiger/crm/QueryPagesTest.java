package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.QueryServer.Row;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QueryPagesTest {

    @Test
    void withoutAnOrderPagesGoById() {
        QueryServer server = records(250);

        assertThat(read(server, "select city from Contacts", true)).hasSize(250);
        assertThat(server.asked())
                .containsExactly(
                        "select city from Contacts order by id limit 100;",
                        "select city from Contacts where id > '12x100' order by id limit 100;",
                        "select city from Contacts where id > '12x200' order by id limit 100;");
    }

    @Test
    void thePlaceIsAddedToEveryAlternativeOfTheCondition() {
        List<String> asked = new ArrayList<>();
        QueryPages pages = pages(vtql -> {
            asked.add(vtql);
            return records(asked.size() == 1 ? 100 : 0).page("select * from Contacts order by id");
        });

        pages.read(VtqlStatement.parse("select * from Contacts where a = 1 or b = 2"), true)
                .join();

        assertThat(asked)
                .containsExactly(
                        "select * from Contacts where a = 1 or b = 2 order by id limit 100;",
                        "select * from Contacts where a = 1 and id > '12x100' or b = 2 and id > '12x100'"
                                + " order by id limit 100;");
    }

    @Test
    void aSmallLimitIsOneRequestForNoMoreThanThat() {
        QueryServer server = records(250);

        assertThat(read(server, "select * from Contacts limit 7", true)).hasSize(7);
        assertThat(read(server, "select * from Contacts order by city limit 3, 7", true))
                .hasSize(7);
        assertThat(server.asked())
                .containsExactly(
                        "select * from Contacts order by id limit 7;",
                        "select * from Contacts order by city limit 3, 7;");
    }

    @Test
    void noRowsAreAskedForByLimitZero() {
        QueryServer server = records(5);

        assertThat(read(server, "select * from Contacts limit 0", true)).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void afterAShortPageThereAreMoreWhereRowsMayBeHidden() {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, 250).forEach(number -> server.with(number, "Bonn", 1, number == 50));

        assertThat(read(server, "select * from Contacts", false)).hasSize(249);
    }

    @Test
    void aPageOfHiddenRowsIsNotTheEnd() {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, 350).forEach(number -> server.with(number, "Bonn", 1, number > 50 && number <= 280));

        assertThat(read(server, "select * from Contacts", false)).hasSize(120);
        assertThat(read(server, "select * from Contacts order by city", false)).hasSize(120);
        assertThat(read(server, "select * from Contacts limit 60, 20", false)).hasSize(20);
    }

    @Test
    void aCountThatTheServerCannotMakeIsAFailureAndNotTheEnd() {
        Page record = new Page(List.of(Map.of("id", "12x1")), null);
        QueryPages pages = pages(vtql -> CompletableFuture.completedFuture(
                vtql.equals("select id from Contacts order by id limit 1;") ? record : new Page(List.of(), null)));

        assertThatThrownBy(pages.read(VtqlStatement.parse("select * from Contacts where city = 'A'"), false)::join)
                .hasCauseInstanceOf(ServerFailureException.class)
                .hasMessageContaining("count(*)");
    }

    @Test
    void aServerThatAnswersTheSamePageForEverIsReported() {
        List<Map<String, Object>> same =
                records(100).page("select * from Contacts order by id").join().rows();
        QueryPages pages = pages(vtql -> CompletableFuture.completedFuture(
                new Page(vtql.contains("count(*)") ? List.of(Map.of("count", "1000000000")) : same, null)));

        for (String order : List.of("", " order by id desc", " order by city", " order by city desc")) {
            assertThatThrownBy(pages.read(VtqlStatement.parse("select * from Contacts" + order), true)::join)
                    .as(order)
                    .hasCauseInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("does not advance");
        }
    }

    @Test
    void rowsWithoutAnIdAreReported() {
        List<Map<String, Object>> rows = Collections.nCopies(100, Map.of("city", "Bonn"));
        QueryPages pages = pages(vtql -> CompletableFuture.completedFuture(new Page(rows, null)));

        for (String order : List.of("", " order by city", " order by city limit 5")) {
            assertThatThrownBy(pages.read(VtqlStatement.parse("select * from Contacts" + order), true)::join)
                    .as(order)
                    .hasCauseInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("not a record with an id");
        }
    }

    @Test
    void aLimitedDescendingOrderIsReadFromItsEndWithoutReadingTheRest() {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, 2000).forEach(number -> server.with(number, number < 1900 ? "A" : "B"));

        List<Map<String, Object>> rows = read(server, "select * from Contacts order by city desc limit 10, 150", true);

        assertThat(rows.stream().map(row -> row.get("city")).filter("B"::equals))
                .hasSize(91);
        assertThat(rows).hasSize(150).doesNotHaveDuplicates();
        assertThat(server.asked())
                .containsExactly(
                        "select count(*) from Contacts;",
                        "select * from Contacts order by city, id limit 1840, 100;",
                        "select * from Contacts order by city, id limit 1940, 100;");
    }

    @Property(tries = 300)
    void everyRecordComesOnceInItsOrderWithinItsLimit(
            @ForAll("servers") QueryServer server,
            @ForAll("orders") String order,
            @ForAll @IntRange(max = 150) int skip,
            @ForAll @IntRange(min = -1, max = 250) int limit,
            @ForAll boolean all) {
        String query = "select city from Contacts" + order + (all ? "" : " limit " + skip + ", " + Math.max(0, limit));
        List<Row> expected = server.visible().stream().sorted(comparator(order)).toList();
        List<Row> wanted = all
                ? expected
                : expected.stream().skip(skip).limit(Math.max(0, limit)).toList();

        List<Map<String, Object>> rows = read(server, query, false);

        assertThat(rows.stream().map(row -> row.get("id"))).doesNotHaveDuplicates();
        assertThat(rows).hasSameSizeAs(wanted);
        if (order.contains("city")) {
            assertThat(rows.stream().map(row -> row.get("city")))
                    .containsExactlyElementsOf(wanted.stream().map(Row::city).toList());
        } else {
            assertThat(rows.stream().map(row -> row.get("id")))
                    .containsExactlyElementsOf(wanted.stream().map(Row::id).toList());
        }
    }

    @Provide
    Arbitrary<String> orders() {
        return Arbitraries.of(
                "",
                " order by id",
                " order by id desc",
                " order by city",
                " order by city desc",
                " order by city, id desc");
    }

    @Provide
    Arbitrary<QueryServer> servers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 330),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(0, 3, 97),
                        Arbitraries.longs())
                .as(QueryPagesTest::server);
    }

    private static QueryServer server(int records, int cities, int mostLines, int everyHidden, long seed) {
        QueryServer server = new QueryServer(seed);
        for (int number = 1; number <= records; number++) {
            server.with(
                    number,
                    String.valueOf((char) ('A' + number * 7 % cities)),
                    1 + number % mostLines,
                    everyHidden > 0 && number % everyHidden == 0);
        }
        return server;
    }

    private static Comparator<Row> comparator(String order) {
        Comparator<Row> byCity = Comparator.comparing(Row::city);
        Comparator<Row> byId = Comparator.comparingInt(Row::number);
        return switch (order) {
            case " order by id desc" -> byId.reversed();
            case " order by city" -> byCity;
            case " order by city desc" -> byCity.reversed();
            case " order by city, id desc" -> byCity.thenComparing(byId.reversed());
            default -> byId;
        };
    }

    private static QueryServer records(int number) {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, number).forEach(each -> server.with(each, "Bonn"));
        return server;
    }

    private static List<Map<String, Object>> read(QueryServer server, String query, boolean shortPageIsLast) {
        return pages(server).read(VtqlStatement.parse(query), shortPageIsLast).join();
    }

    private static QueryPages pages(QueryPages.PageSource source) {
        return new QueryPages(source, QueryServer.counts(source));
    }
}
