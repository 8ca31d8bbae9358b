package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store does, whatever its database. */
abstract class SyncStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private Instant time = NOW;
    private SyncStore store;

    abstract StoreAddress address();

    @BeforeEach
    void open() {
        store = SyncStore.open(address(), () -> time);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Run begin(String sync, String sha) {
        return store.runs().begin(sync, Run.Kind.RUN, "leads.csv", sha, "s1", "http://crm as admin");
    }

    @Test
    void aRunAdvancesAndEnds() {
        Run run = begin("advances", "a");
        store.runs().advance(run.id(), 100, new RunCounts(90, 5, 4, 0, 1, 0));
        store.runs().advance(run.id(), 120, new RunCounts(20, 0, 0, 0, 0, 0));
        time = NOW.plusSeconds(60);
        store.runs().end(run.id(), Run.State.DONE, null);

        Run ended = store.runs().find(run.id()).orElseThrow();

        assertThat(run.id()).isEqualTo("advances-20261130-080000");
        assertThat(ended.position()).isEqualTo(120);
        assertThat(ended.counts()).isEqualTo(new RunCounts(110, 5, 4, 0, 1, 0));
        assertThat(ended.state()).isEqualTo(Run.State.DONE);
        assertThat(ended.started()).isEqualTo(NOW);
        assertThat(ended.ended()).contains(time);
        assertThat(ended.message()).isEmpty();
    }

    @Test
    void runsOfOneSecondHaveDifferentIds() {
        assertThat(List.of(begin("twice", "a").id(), begin("twice", "b").id()))
                .containsExactly("twice-20261130-080000", "twice-20261130-080000-2");
    }

    @Test
    void theLastRunOfTheSameBytesIsFound() {
        begin("bytes", "a");
        Run second = begin("bytes", "a");
        Run other = begin("bytes", "b");

        assertThat(store.runs().lastOf("bytes", "a")).map(Run::id).contains(second.id());
        assertThat(store.runs().lastOf("elsewhere", "a")).isEmpty();
        assertThat(store.runs().last("bytes")).map(Run::id).contains(other.id());
    }

    @Test
    void aWriteIsKeptAsItWasBeforeAndAfter() {
        Run run = begin("write", "a");
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("lastname", "Müller \"x\" 🙂");
        sent.put("phone", null);
        long write = store.journal()
                .intend(
                        run.id(),
                        7,
                        "line 8",
                        JournalledWrite.Kind.REVISE,
                        "Contacts",
                        "12x5",
                        Map.of("lastname", "Muller"),
                        sent,
                        Map.of("Potentials.contact_id", List.of("13x1", "13x2")));
        assertThat(store.journal().behind(run.id(), 6))
                .extracting(JournalledWrite::state)
                .containsExactly(JournalledWrite.State.INTENDED);

        store.journal()
                .settle(List.of(Settled.written(
                        write, "12x5", Map.of("lastname", "Müller", "modifiedtime", "2026-11-30 08:00:00"))));

        JournalledWrite kept = store.journal().touching("12x5").get(0);
        assertThat(kept.sent()).isEqualTo(sent);
        assertThat(kept.stored()).containsEntry("lastname", "Muller");
        assertThat(kept.answered()).containsEntry("modifiedtime", "2026-11-30 08:00:00");
        assertThat(kept.referrers()).containsEntry("Potentials.contact_id", List.of("13x1", "13x2"));
        assertThat(kept.state()).isEqualTo(JournalledWrite.State.WRITTEN);
        assertThat(kept.row()).isEqualTo(7);
        assertThat(store.journal().touching("Müller \"x\" 🙂")).hasSize(1);
        assertThat(store.journal().touching("Müller")).isEmpty();
        assertThat(store.journal().behind(run.id(), 7)).isEmpty();
    }

    @Test
    void writesOfARunComeInTheOrderInWhichTheyWereIntended() {
        Run run = begin("order", "a");
        for (int row = 1; row <= 1200; row++) {
            long write = store.journal()
                    .intend(
                            run.id(),
                            row,
                            "line",
                            JournalledWrite.Kind.CREATE,
                            "Leads",
                            null,
                            Map.of(),
                            Map.of(),
                            Map.of());
            if (row % 2 == 0) {
                store.journal().settle(List.of(Settled.refused(write, "x".repeat(5000))));
            }
        }
        List<Long> rows = new ArrayList<>();
        store.journal().ofRun(run.id(), write -> rows.add(write.row()));

        assertThat(rows).hasSize(1200).isSorted();
    }

    @Test
    void aRejectWaitsUntilItIsGivenUp() {
        Run run = begin("rejects", "a");
        Map<String, Object> cells = Map.of("Last Name", "", "Amount", 12);
        store.rejects().add("rejects", run.id(), 1, "line 2", cells, "no name");
        store.rejects().add("rejects", run.id(), 2, "line 3", cells, "x".repeat(5000));
        assertThat(store.rejects().open("rejects")).hasSize(2).first().returns(cells, Reject::payload);

        store.rejects().drop(store.rejects().open("rejects").get(0).id());

        assertThat(store.rejects().open("rejects")).extracting(Reject::row).containsExactly(2L);
        assertThat(store.rejects().numberOpen("rejects")).isEqualTo(1);
    }

    @Test
    void aRowOfARunIsRejectedOnce() {
        Run run = begin("once", "a");
        store.rejects().add("once", run.id(), 1, "line 2", Map.of(), "first");
        store.rejects().add("once", run.id(), 1, "line 2", Map.of(), "second");

        assertThat(store.rejects().open("once")).extracting(Reject::reason).containsExactly("second");
    }
}
