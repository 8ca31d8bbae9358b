package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed on Vtiger 8.3.0, which answers no counts, and NULL as null ({@code releases.md §2}). */
class EightThreeFeedTest extends FeedTestSupport {

    @Override
    @BeforeEach
    void startServer() {
        start("8.3.0");
    }

    private void start(String release) {
        server = SimulatorServer.builder()
                .seed("empty")
                .clock(clock)
                .release(release)
                .start();
    }

    @Test
    void deletionsAreFoundByAListOfTheIds() throws Exception {
        String anna = contact("Anna");
        contact("Berta");
        follow("Contacts", "events=created,updated,deleted&startFrom=beginning&deletedCheckPeriod=10m");
        await().until(() -> received.size() == 2);
        aPeriodGoesBy();
        server.crm().delete(anna);
        aPeriodGoesBy();
        aPeriodGoesBy();
        assertThat(events()).hasSize(3).endsWith("deleted " + anna);
    }

    @Test
    void theLastRecordOfTheModuleToo() throws Exception {
        String anna = contact("Anna");
        follow("Contacts", "events=created,updated,deleted&startFrom=beginning&deletedCheckPeriod=10m");
        await().until(() -> received.size() == 1);
        aPeriodGoesBy();
        contact("Berta");
        aPeriodGoesBy();
        server.crm().delete(anna);
        aPeriodGoesBy();
        aPeriodGoesBy();
        assertThat(events()).hasSize(3).endsWith("deleted " + anna);
    }

    @Test
    void aBackfillEndsAndASweepFindsWhatMovedNoClock() throws Exception {
        contact("Anna");
        follow("Contacts", "startFrom=beginning&sweepPeriod=10m");
        await().until(() -> received.size() == 1);
        aPeriodGoesBy();
        aPeriodGoesBy();
        assertThat(received).as("null is the same at each reading").hasSize(1);
        assertThat(last().get("account_id"))
                .as("the body is as the server answers")
                .isNull();
        assertThat(last().containsKey("account_id")).isTrue();
    }

    private String contact(String lastname) {
        String id = server.crm().create("Contacts", Map.of("lastname", lastname));
        clock.advance(Duration.ofSeconds(5));
        return id;
    }
}
