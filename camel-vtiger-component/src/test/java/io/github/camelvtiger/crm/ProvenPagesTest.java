package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pages that are empty only at the end: behind hidden rows, and when the server hides an SQL error. */
class ProvenPagesTest {

    private static final String FIRST = "select * from Contacts order by id limit 100;";
    private static final String COUNT = "select count(*) from Contacts;";

    @Test
    void aPageOfHiddenRowsIsNotTheEndOfAnExport() {
        QueryServer server = records(350, 51, 280);

        assertThat(ids(pages(server, false))).hasSize(120);
    }

    @Test
    void norAreHiddenRowsBehindTheLastVisibleOne() {
        QueryServer server = records(350, 251, 350);

        assertThat(ids(pages(server, false))).hasSize(250);
    }

    @Test
    void whoSeesNothingReadsNothing() {
        assertThat(ids(pages(records(120, 1, 120), false))).isEmpty();
        assertThat(ids(pages(records(0, 1, 0), false))).isEmpty();
        assertThat(ids(pages(records(0, 1, 0), true))).isEmpty();
    }

    @Test
    void aQuietWindowIsOneRequestForEveryUser() {
        for (boolean administrator : new boolean[] {true, false}) {
            QueryServer server = records(0, 1, 0);
            FoundPage found = QueryServer.proven(server, administrator)
                    .window(FIRST, true)
                    .join();

            assertThat(found.page().rows()).isEmpty();
            assertThat(found.whole()).isTrue();
            assertThat(server.asked()).containsExactly(COUNT);
        }
    }

    @Test
    void aWindowWithRowsIsOneRequestForAnAdministrator() {
        QueryServer server = records(30, 1, 0);
        FoundPage found = QueryServer.proven(server, true).window(FIRST, false).join();

        assertThat(found.page().rows()).hasSize(30);
        assertThat(found.whole()).isTrue();
        assertThat(server.asked()).containsExactly(FIRST);
    }

    @Test
    void aShortWindowIsNotTheLastWhereRowsAreHidden() {
        QueryServer server = records(130, 20, 95);
        FoundPage found = QueryServer.proven(server, false).window(FIRST, false).join();

        assertThat(found.page().rows()).hasSize(24);
        assertThat(found.whole()).isFalse();
    }

    @Test
    void aWindowThatIsHiddenWholeIsLookedBehind() {
        QueryServer server = records(230, 1, 210);
        FoundPage found = QueryServer.proven(server, false).window(FIRST, true).join();

        assertThat(found.page().rows()).isNotEmpty().first().hasFieldOrPropertyWithValue("id", "12x211");
    }

    @Test
    void whatIsCreatedRightBehindAnEmptyPageIsReadAsWell() {
        QueryServer server = records(0, 1, 0);
        ProvenPages proven = QueryServer.proven(
                vtql -> {
                    if (vtql.equals(COUNT)) {
                        server.with(1, "Bonn");
                    }
                    return server.page(vtql);
                },
                true);

        assertThat(proven.next(FIRST).join().page().rows()).hasSize(1);
    }

    @Test
    void anErrorThatTheServerHidesIsAFailureAndNotTheEnd() {
        for (boolean administrator : new boolean[] {true, false}) {
            QueryServer server = records(120, 1, 0);
            ProvenPages broken = QueryServer.proven(
                    vtql -> vtql.startsWith("select *")
                            ? CompletableFuture.completedFuture(new Page(List.of(), null))
                            : server.page(vtql),
                    administrator);

            assertThatThrownBy(() -> broken.next(FIRST).join())
                    .hasCauseInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("counts records of the module Contacts that it does not list");
            assertThatThrownBy(() -> broken.window(FIRST, true).join())
                    .hasCauseInstanceOf(ServerFailureException.class);
        }
    }

    @Test
    void aServerWithoutCountsProvesTheEndByItsList() {
        List<String> asked = new ArrayList<>();
        QueryServer server = records(120, 1, 0);
        ProvenPages proven = QueryServer.proven(
                vtql -> {
                    asked.add(vtql);
                    return vtql.contains("count(*)")
                            ? CompletableFuture.completedFuture(new Page(List.of(), null))
                            : server.page(vtql);
                },
                true);
        String behind = "select * from Contacts where id > '12x120' order by id limit 100;";

        assertThat(proven.window(behind, true).join().whole()).isTrue();
        asked.clear();
        assertThat(proven.window(behind, true).join().whole()).isTrue();
        assertThat(asked).as("a page and its proof").hasSize(3);
    }

    @Property(tries = 300)
    void whateverIsHiddenAllThatCanBeSeenIsReadOrTheReadingFails(
            @ForAll("servers") QueryServer server,
            @ForAll @IntRange(max = 1) int errors,
            @ForAll long seed,
            @ForAll boolean descending) {
        Random random = new Random(seed);
        int[] left = {errors};
        ProvenPages proven = QueryServer.proven(
                vtql -> {
                    if (left[0] > 0 && random.nextInt(4) == 0) {
                        left[0]--;
                        return CompletableFuture.completedFuture(new Page(List.of(), null));
                    }
                    return server.page(vtql);
                },
                false);
        VtqlStatement query = VtqlStatement.parse("select * from Contacts order by id" + (descending ? " desc" : ""));

        try {
            assertThat(ids(new IdPages(proven::next, query)))
                    .containsExactlyInAnyOrderElementsOf(
                            server.visible().stream().map(QueryServer.Row::id).toList());
        } catch (CompletionException failure) {
            assertThat(failure).hasCauseInstanceOf(ServerFailureException.class);
            assertThat(errors).isPositive();
        }
    }

    @Provide
    Arbitrary<QueryServer> servers() {
        return Arbitraries.randomValue(random -> {
            QueryServer server = new QueryServer(random.nextLong());
            boolean hidden = false;
            int records = random.nextInt(900);
            for (int number = 1; number <= records; number++) {
                // Long runs of hidden rows, and of visible ones.
                hidden = random.nextInt(60) == 0 ? !hidden : hidden;
                server.with(number, "Bonn", 1, hidden);
            }
            return server;
        });
    }

    private static QueryServer records(int number, int hiddenFrom, int hiddenTo) {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, number)
                .forEach(each -> server.with(each, "Bonn", 1, each >= hiddenFrom && each <= hiddenTo));
        return server;
    }

    private static RowPages pages(QueryServer server, boolean administrator) {
        return new IdPages(
                QueryServer.proven(server, administrator)::next, VtqlStatement.parse("select * from Contacts"));
    }

    static List<String> ids(RowPages pages) {
        List<String> ids = new ArrayList<>();
        for (List<Map<String, Object>> page = pages.next().join();
                !page.isEmpty();
                page = pages.next().join()) {
            page.forEach(row -> ids.add(RowPages.id(row)));
        }
        return ids;
    }
}
