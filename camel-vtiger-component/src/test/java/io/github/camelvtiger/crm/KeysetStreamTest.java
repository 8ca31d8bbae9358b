package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.vtql.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetStreamTest {

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
        KeysetStream stream = stream(server);
        stream.next();

        assertThat(server.asked())
                .containsExactly(
                        "select * from Contacts order by id limit 100;",
                        "select * from Contacts where id > '12x100' order by id limit 100;");
    }

    @Test
    void anEmptyModuleHasNoRecords() {
        KeysetStream stream = stream(server(0));

        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void afterCloseNothingIsReadNorAsked() {
        QueryServer server = server(250);
        KeysetStream stream = stream(server);
        stream.next();
        stream.close();
        stream.close();

        assertThat(stream.hasNext()).isFalse();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aFailureIsThrownOnceAsItIsAndEndsTheStream() {
        TransportException cut = new TransportException("cut", FailureContext.NONE);
        KeysetStream stream = new KeysetStream(
                vtql -> CompletableFuture.failedFuture(new CompletionException(cut)),
                CompletableFuture.completedFuture("select * from Contacts"),
                Condition.NONE);

        assertThatThrownBy(stream::next).isSameAs(cut);
        assertThat(stream.hasNext()).isFalse();
    }

    @Test
    void anUnexpectedFailureIsAVtigerExceptionToo() {
        KeysetStream stream = new KeysetStream(
                vtql -> CompletableFuture.failedFuture(new IllegalStateException("what")),
                CompletableFuture.completedFuture("select * from Contacts"),
                Condition.NONE);

        assertThatThrownBy(stream::hasNext).isInstanceOf(VtigerException.class).hasRootCauseMessage("what");
    }

    private static KeysetStream stream(QueryServer server) {
        return new KeysetStream(server, CompletableFuture.completedFuture("select * from Contacts"), Condition.NONE);
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
