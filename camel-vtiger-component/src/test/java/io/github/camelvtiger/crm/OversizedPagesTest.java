package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.AnswerLimit;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OversizedPagesTest {

    private static final VtigerException TOO_LARGE =
            new ServerFailureException("too large", FailureContext.NONE, new AnswerLimit(1000, false).exceeded());

    private final QueryServer server = new QueryServer(1);
    private int fits;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 99})
    void inTheOrderOfTheIdsThePartsAreTheWholePage(int mostRows) {
        fits = mostRows;
        contacts(130);

        assertThat(ids("select * from Contacts order by id limit 100;")).containsExactlyElementsOf(numbers(1, 100));
        assertThat(server.asked()).noneMatch(query -> query.contains(" limit ") && query.contains(", "));
    }

    @Test
    void aDescendingOrderAndAnEarlierPlaceAreKept() {
        fits = 10;
        contacts(130);

        List<String> descending = new ArrayList<>(numbers(21, 120));
        Collections.reverse(descending);
        assertThat(ids("select * from Contacts where id < '12x121' order by id desc limit 100;"))
                .containsExactlyElementsOf(descending);
    }

    @Test
    void inAnyOtherOrderThePartsGoByOffset() {
        fits = 30;
        IntStream.rangeClosed(1, 90).forEach(number -> server.with(number, String.format("%03d", 100 - number)));

        assertThat(ids("select * from Contacts order by city limit 5, 60;"))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void hiddenRowsDoNotEndThePage() {
        fits = 10;
        IntStream.rangeClosed(1, 90).forEach(number -> server.with(number, "Bonn", 1, number <= 60));

        assertThat(ids("select * from Contacts order by id limit 100;")).containsExactlyElementsOf(numbers(61, 90));
    }

    @Test
    void aRecordThatIsTooLargeAloneIsNamed() {
        fits = 0;
        contacts(5);

        assertThatThrownBy(() -> ids("select * from Contacts order by id limit 2;"))
                .hasCauseInstanceOf(ServerFailureException.class)
                .hasMessageContaining("The record 12x1 of Contacts cannot be read by a query")
                .hasMessageContaining("maxAnswerSize")
                .satisfies(failure -> assertThat(((VtigerException) failure.getCause()).getRecordId())
                        .isEqualTo("12x1"));
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        TransportException cut = new TransportException("cut", FailureContext.NONE);
        OversizedPages pages = new OversizedPages(query -> CompletableFuture.failedFuture(cut));

        assertThatThrownBy(pages.inParts(VtqlStatement.parse("select * from Contacts"), cut)::join)
                .hasCause(cut);
    }

    private List<String> ids(String vtql) {
        OversizedPages pages = new OversizedPages(this::page);
        return pages.inParts(VtqlStatement.parse(vtql), TOO_LARGE).join().rows().stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    private CompletableFuture<Page> page(VtqlStatement query) {
        return server.page(query.text())
                .thenCompose(
                        page -> page.rows().size() > fits && !query.columns().equals(List.of("id"))
                                ? CompletableFuture.failedFuture(TOO_LARGE)
                                : CompletableFuture.completedFuture(page));
    }

    private void contacts(int number) {
        IntStream.rangeClosed(1, number).forEach(each -> server.with(each, "Bonn"));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "12x" + number)
                .toList();
    }
}
