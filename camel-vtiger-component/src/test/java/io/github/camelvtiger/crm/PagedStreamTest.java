package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedStreamTest {

    @Test
    void everyRecordComesOnceAlsoBehindShortPages() {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, 330).forEach(number -> server.with(number, "Bonn", 1 + number % 3, number % 7 == 0));

        assertThat(ids(stream(server)))
                .containsExactlyElementsOf(
                        server.visible().stream().map(QueryServer.Row::id).toList());
    }

    @Test
    void theNextPageIsAskedForWhileOneIsConsumedAndNoMore() {
        QueryServer server = server(250);
        PagedStream stream = stream(server);
        stream.next();

        assertThat(server.asked())
                .containsExactly(
                        "select * from Contacts order by id limit 100;",
                        "select * from Contacts where id > '12x100' order by id limit 100;");
    }

    @Test
    void anEmptyModuleHasNoRecords() {
        PagedStream stream = stream(server(0));

        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void afterCloseNothingIsReadNorAsked() {
        QueryServer server = server(250);
        PagedStream stream = stream(server);
        stream.next();
        stream.close();
        stream.close();

        assertThat(stream.hasNext()).isTrue();
        assertThatThrownBy(stream::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The export of Contacts was closed before all of it was read");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void afterItsEndAClosedStreamIsAtItsEnd() {
        PagedStream stream = stream(server(150));
        stream.forEachRemaining(record -> {});
        stream.close();

        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void lookingAheadAtAFaultDoesNotLoseTheRecordBeforeIt() {
        TransportException cut = new TransportException("cut", FailureContext.NONE);
        QueryServer server = server(250);
        PagedStream stream = stream(
                vtql -> server.asked().size() == 2 ? CompletableFuture.failedFuture(cut) : server.page(vtql), true);
        List<Object> ids = new ArrayList<>();
        Throwable thrown = null;
        while (thrown == null && stream.hasNext()) {
            try {
                ids.add(stream.next().get("id"));
            } catch (TransportException fault) {
                thrown = fault;
            }
        }

        assertThat(ids).hasSize(200);
        assertThat(thrown).isSameAs(cut);
    }

    @Test
    void aServerThatDoesNotAdvanceIsReported() {
        assertThatThrownBy(() -> ids(stream("12x1", "12x2"))).hasMessageContaining("does not advance: behind 12x2");
        assertThatThrownBy(() -> ids(stream("12x5", "12x3"))).hasMessageContaining("does not advance: behind 12x5");
        assertThatThrownBy(() -> ids(stream("12x5", null)))
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("not a record with an id");
        assertThatThrownBy(() -> ids(stream("12x5", "nothing"))).hasMessageContaining("not a record with an id");
    }

    /** The same page for every request. */
    private static PagedStream stream(String... ids) {
        List<Map<String, Object>> rows = Arrays.stream(ids)
                .map(id -> id == null ? Map.<String, Object>of() : Map.<String, Object>of("id", id))
                .toList();
        return stream(vtql -> CompletableFuture.completedFuture(new Page(rows, null)), false);
    }

    @Test
    void aFailureIsThrownAsItIsAndNeverLooksLikeTheEnd() {
        TransportException cut = new TransportException("cut", FailureContext.NONE);
        PagedStream stream = stream(vtql -> CompletableFuture.failedFuture(new CompletionException(cut)), true);

        assertThat(stream.hasNext()).isTrue();
        assertThatThrownBy(stream::next).isSameAs(cut);
        assertThatThrownBy(stream::next).isSameAs(cut);
    }

    @Test
    void anUnexpectedFailureIsAVtigerExceptionToo() {
        PagedStream stream = stream(vtql -> CompletableFuture.failedFuture(new IllegalStateException("what")), true);

        assertThatThrownBy(stream::next).isInstanceOf(VtigerException.class).hasRootCauseMessage("what");
    }

    private static PagedStream stream(QueryServer server) {
        return stream(server, false);
    }

    private static PagedStream stream(QueryPages.PageSource source, boolean administrator) {
        return new PagedStream(
                new IdPages(
                        QueryServer.proven(source, administrator)::next, VtqlStatement.parse("select * from Contacts")),
                "Contacts");
    }

    private static QueryServer server(int records) {
        QueryServer server = new QueryServer(1);
        IntStream.rangeClosed(1, records).forEach(number -> server.with(number, "Bonn"));
        return server;
    }

    private static List<Object> ids(RecordStream stream) {
        List<Object> ids = new ArrayList<>();
        stream.forEachRemaining(record -> ids.add(record.get("id")));
        return ids;
    }
}
