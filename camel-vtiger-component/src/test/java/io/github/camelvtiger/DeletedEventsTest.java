package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deleted records as a route sees them, against the simulator. */
class DeletedEventsTest extends FeedTestSupport {

    private static final String OPTIONS = "events=created,updated,deleted&startFrom=beginning&deletedCheckPeriod=10m";

    @Test
    void aDeletedRecordIsToldWithItsIdAlone() throws Exception {
        List<String> ids = contacts(5);
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 5);
        aPollGoesBy();
        Instant deleted = clock.now();
        server.crm().delete(ids.get(2));
        aPeriodGoesBy();
        assertThat(events()).hasSize(6).endsWith("deleted " + ids.get(2));
        assertThat(last()).isEqualTo(Map.of("id", ids.get(2)));
        assertThat(received.get(5).getIn().getHeaders())
                .containsEntry(VtigerConstants.MODULE, "Contacts")
                .doesNotContainKey(VtigerConstants.MODIFIED_TIME);
        assertThat(received.get(5).getIn().getHeader(VtigerConstants.DELETED_AFTER, Instant.class))
                .isBetween(deleted.minus(PERIOD), deleted);
    }

    @Test
    void aDeletionWhileTheApplicationIsDownIsToldOnceAfterwards() throws Exception {
        List<String> ids = contacts(5);
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 5);
        aPollGoesBy();
        stopFeed();
        server.crm().delete(ids.get(0));
        clock.advance(PERIOD);
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 6);
        stopFeed();
        follow("Contacts", OPTIONS);
        aPeriodGoesBy();
        assertThat(events()).hasSize(6).endsWith("deleted " + ids.get(0));
    }

    @Test
    void whatWasThereBeforeAFeedFromNowIsLearnedFirst() throws Exception {
        List<String> ids = contacts(5);
        clock.advance(Duration.ofHours(1));
        follow("Contacts", "events=deleted&startFrom=now&deletedCheckPeriod=10m");
        aPollGoesBy();
        aPollGoesBy();
        server.crm().delete(ids.get(4));
        aPeriodGoesBy();
        assertThat(events()).containsExactly("deleted " + ids.get(4));
    }

    @Test
    void aRecordThatAnotherOwnerHidesIsToldDeletedAndUpdatedWhenItIsBack() throws Exception {
        server.crm().makePrivate("Contacts");
        String owner = userId("sales1");
        List<String> ids = new ArrayList<>();
        for (String name : List.of("Anna", "Berta", "Cilly")) {
            ids.add(server.crm().create("Contacts", Map.of("lastname", name, "assigned_user_id", owner)));
        }
        followAs("sales1", "Contacts", OPTIONS);
        await().until(() -> received.size() == 3);
        server.crm().revise(ids.get(1), Map.of("assigned_user_id", userId("admin")));
        aPeriodGoesBy();
        assertThat(events()).hasSize(4).endsWith("deleted " + ids.get(1));
        server.crm().revise(ids.get(1), Map.of("assigned_user_id", owner));
        aPeriodGoesBy();
        assertThat(events()).hasSize(5).endsWith("updated " + ids.get(1));
    }

    @Test
    void aRecordThatLeavesTheNarrowingIsToldDeleted() throws Exception {
        List<String> ids = contacts(5);
        follow("Contacts", OPTIONS + "&where=RAW(lastname LIKE 'Contact%')");
        await().until(() -> received.size() == 5);
        server.crm().revise(ids.get(3), Map.of("lastname", "Another"));
        aPeriodGoesBy();
        assertThat(events()).hasSize(6).endsWith("deleted " + ids.get(3));
    }

    @Test
    void ifWhatIsKnownIsLostItIsLearnedAnewAndNothingIsToldBecauseOfIt() throws Exception {
        List<String> ids = contacts(5);
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 5);
        // Longer than the cursor remembers the deliveries.
        clock.advance(Duration.ofMinutes(5));
        aPollGoesBy();
        stopFeed();
        Files.delete(knownRecords());
        server.crm().delete(ids.get(0));
        follow("Contacts", OPTIONS);
        aPeriodGoesBy();
        assertThat(events()).as("nobody knows any more that it was there").hasSize(5);
        server.crm().delete(ids.get(1));
        aPeriodGoesBy();
        assertThat(events()).hasSize(6).endsWith("deleted " + ids.get(1));
    }

    @Test
    void whenTooManyAreGoneAtOnceTheRouteStops() throws Exception {
        List<String> ids = contacts(20);
        follow("Contacts", OPTIONS);
        await().until(() -> received.size() == 20);
        aPollGoesBy();
        ids.subList(0, 5).forEach(server.crm()::delete);
        clock.advance(PERIOD);
        await().until(() -> context.getRouteController().getRouteStatus("feed").isStopped());
        assertThat(received).hasSize(20);
        stopFeed();
        follow("Contacts", OPTIONS + "&maxDeletedShare=1");
        await().until(() -> received.size() == 25);
    }

    private List<String> contacts(int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(server.crm().create("Contacts", Map.of("lastname", "Contact " + number)));
        }
        return ids;
    }

    private String userId(String name) {
        return server.crm().records("Users").stream()
                .filter(user -> name.equals(user.get("user_name")))
                .findFirst()
                .orElseThrow()
                .get("id");
    }

    private Path knownRecords() throws Exception {
        try (var files = Files.list(cursors)) {
            return files.filter(file -> file.toString().endsWith(".known"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
