package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.store.SaveGaps;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The time is written first, the fields after the gap; all on a clock that is moved by hand. */
class SlowSaveTest {

    /** Saves sleep, and the common pool of a small machine has one thread only. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private Duration gap = Duration.ZERO;
    private final FreshCrm crm = new FreshCrm(() -> gap);

    @Test
    void aReaderSeesTheNewTimeWithTheOldValues() {
        String id = crm.created("Contacts", Map.of("lastname", "L", "title", "old"));
        gap = Duration.ofSeconds(10);
        crm.clock.advance(Duration.ofSeconds(3));
        CompletableFuture<Map<String, Object>> save = revise(id, Map.of("title", "new"));
        await().until(() -> crm.clock.sleepers() == 1);
        assertThat(crm.retrieve(id))
                .containsEntry("modifiedtime", "2026-11-24 12:00:03")
                .containsEntry("title", "old");
        crm.clock.advance(Duration.ofSeconds(10));
        assertThat(save.join()).containsEntry("title", "new").containsEntry("modifiedtime", "2026-11-24 12:00:03");
    }

    @Test
    void ownerAndDescriptionAreWrittenWithTheTime() {
        String id = crm.created("Contacts", Map.of("lastname", "L", "title", "old"));
        gap = Duration.ofSeconds(10);
        CompletableFuture<?> save =
                revise(id, Map.of("title", "new", "description", "new", "assigned_user_id", "19x6"));
        await().until(() -> crm.clock.sleepers() == 1);
        assertThat(crm.retrieve(id))
                .containsEntry("assigned_user_id", "19x6")
                .containsEntry("description", "new")
                .containsEntry("title", "old");
        crm.clock.advance(Duration.ofSeconds(10));
        save.join();
    }

    @Test
    void aNewRecordCanBeReadOnlyAfterTheGapWithTheTimeOfItsBeginning() {
        gap = Duration.ofSeconds(10);
        CompletableFuture<String> save =
                CompletableFuture.supplyAsync(() -> crm.created("Contacts", Map.of("lastname", "L")), OWN_THREAD);
        await().until(() -> crm.clock.sleepers() == 1);
        assertThat(crm.store.table("Contacts").live()).isEmpty();
        crm.clock.advance(Duration.ofSeconds(10));
        assertThat(crm.retrieve(save.join())).containsEntry("modifiedtime", "2026-11-24 12:00:00");
    }

    @Test
    void aSecondSaveWritesItsTimeAtOnceAndWaitsForTheFirst() {
        String id = crm.created("Contacts", Map.of("lastname", "L", "title", "0", "department", "0"));
        gap = Duration.ofSeconds(10);
        CompletableFuture<?> first = revise(id, Map.of("title", "1", "department", "1"));
        await().until(() -> crm.clock.sleepers() == 1);
        crm.clock.advance(Duration.ofSeconds(2));
        CompletableFuture<?> second = revise(id, Map.of("title", "2"));
        await().until(() -> row(id).value("modifiedtime").equals("2026-11-24 12:00:02"));
        crm.clock.advance(Duration.ofSeconds(8));
        first.join();
        assertThat(row(id).value("title")).isEqualTo("1");
        await().until(() -> crm.clock.sleepers() == 1);
        crm.clock.advance(Duration.ofSeconds(10));
        second.join();
        assertThat(row(id).value("title")).isEqualTo("2");
        assertThat(row(id).value("department")).isEqualTo("1");
        assertThat(row(id).value("modifiedtime")).isEqualTo("2026-11-24 12:00:02");
    }

    @Test
    void savesOfOtherRecordsDoNotWait() {
        String slow = crm.created("Contacts", Map.of("lastname", "L"));
        String quick = crm.created("Contacts", Map.of("lastname", "M"));
        gap = Duration.ofSeconds(10);
        CompletableFuture<?> save = revise(slow, Map.of("title", "1"));
        await().until(() -> crm.clock.sleepers() == 1);
        gap = Duration.ZERO;
        assertThat(crm.revise(quick, Map.of("title", "2"))).containsEntry("title", "2");
        crm.clock.advance(Duration.ofSeconds(10));
        save.join();
    }

    @Test
    void aRecordDeletedDuringASaveStaysDeleted() {
        String id = crm.created("Contacts", Map.of("lastname", "L"));
        gap = Duration.ofSeconds(10);
        CompletableFuture<?> save = revise(id, Map.of("title", "1"));
        await().until(() -> crm.clock.sleepers() == 1);
        crm.delete(id);
        crm.clock.advance(Duration.ofSeconds(10));
        save.join();
        assertThat(row(id).deleted()).isTrue();
    }

    @Test
    void aSlowServerDelaysTheGivenShareOfSaves() {
        SaveGaps gaps = SaveGaps.slow(new Random(1), 20, Duration.ofSeconds(40));
        assertThat(Stream.generate(gaps::next).limit(1000))
                .allMatch(gap -> gap.compareTo(Duration.ofSeconds(40)) <= 0)
                .filteredOn(gap -> gap.compareTo(Duration.ofMillis(90)) > 0)
                .hasSizeBetween(150, 250);
    }

    private CompletableFuture<Map<String, Object>> revise(String id, Map<String, String> fields) {
        return CompletableFuture.supplyAsync(() -> crm.revise(id, fields), OWN_THREAD);
    }

    private StoredRow row(String id) {
        return crm.store.table("Contacts").rows().get(Long.valueOf(id.substring("12x".length())));
    }
}
