package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions that the server's sync reports between two comparisons of the ids, if it can be relied on. */
class SyncedDeletionsTest extends FeedTestSupport {

    private static final String OPTIONS =
            "events=created,updated,deleted&startFrom=beginning&deletedCheckPeriod=1h&syncType=application";
    private static final String OTHER = "19x5";

    @Override
    @BeforeEach
    void startServer() {
        start(Behaviour.COMPAT);
    }

    private void start(Behaviour behaviour) {
        server = SimulatorServer.builder()
                .seed("empty")
                .clock(clock)
                .behaviour(behaviour)
                .start();
    }

    @Test
    void aDeletionIsToldBeforeTheIdsAreComparedAgain() throws Exception {
        String anna = contact("Anna", OTHER);
        String berta = contact("Berta", "19x1");
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 2);
        aMinuteGoesBy();
        server.crm().delete(berta);
        aMinuteGoesBy();
        assertThat(events()).endsWith("deleted " + berta).hasSize(3);
        server.crm().delete(anna);
        aMinuteGoesBy();
        aMinuteGoesBy();
        assertThat(events()).as("each once").endsWith("deleted " + anna).hasSize(4);
    }

    @Test
    void whatWasDeletedWhileTheRouteWasStoppedIsToldAtOnce() throws Exception {
        String berta = annaAndBertaAreDelivered();
        stopFeed();
        server.crm().delete(berta);
        clock.advance(Duration.ofMinutes(20));
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 3);
        assertThat(events()).endsWith("deleted " + berta);
    }

    @Test
    void whereOnlyTheUsersOwnRecordsWereSeenNothingIsToldByIt() throws Exception {
        contact("Anna", "19x1");
        String berta = contact("Berta", "19x1");
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 2);
        // The poll that delivered both compares the ids before it ends.
        aPollGoesBy();
        server.crm().delete(berta);
        aMinuteGoesBy();
        aMinuteGoesBy();
        assertThat(received).hasSize(2);
        clock.advance(Duration.ofHours(1));
        await().until(() -> received.size() == 3);
    }

    @Test
    void aServerOnPhp8RefusesItOnceAndTheIdsAreComparedAsEver() throws Exception {
        server.close();
        start(Behaviour.PHP8);
        String berta = annaAndBertaAreDelivered();
        server.crm().delete(berta);
        aMinuteGoesBy();
        assertThat(received).hasSize(2);
        clock.advance(Duration.ofHours(1));
        await().until(() -> received.size() == 3);
        assertThat(server.calls().stream().filter(call -> call.operation().equals("sync")))
                .as("one call and its repetitions")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aServerThatFailedOnceIsAskedAgainAfterThePeriod() throws Exception {
        server.faults().failNext(1, Fault.HTTP_500_EMPTY, "sync");
        String berta = annaAndBertaAreDelivered();
        server.crm().delete(berta);
        aMinuteGoesBy();
        assertThat(received).hasSize(2);

        String carl = contact("Carl", OTHER);
        clock.advance(Duration.ofHours(1));
        await().until(() -> events().contains("deleted " + berta));
        server.crm().revise(carl, Map.of("phone", "1"));
        aMinuteGoesBy();
        server.crm().delete(carl);
        aMinuteGoesBy();
        assertThat(events()).as("before the ids are compared again").endsWith("deleted " + carl);
    }

    @Test
    void itIsForDeletionsOnly() {
        assertThatThrownBy(() -> follow("Contacts", "syncType=application&events=updated"))
                .hasMessageContaining("syncType")
                .hasMessageContaining("events=created,updated,deleted");
    }

    /** Of which the first belongs to another user; returns the id of the second. */
    private String annaAndBertaAreDelivered() throws Exception {
        contact("Anna", OTHER);
        String berta = contact("Berta", "19x1");
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 2);
        aMinuteGoesBy();
        return berta;
    }

    private void aMinuteGoesBy() {
        clock.advance(Duration.ofMinutes(1));
        aPollGoesBy();
    }

    private String contact(String lastname, String owner) {
        String id = server.crm().create("Contacts", Map.of("lastname", lastname, "assigned_user_id", owner));
        clock.advance(Duration.ofSeconds(5));
        return id;
    }
}
