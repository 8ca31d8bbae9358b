package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void whatIsKeptTogetherIsKeptWholeOrNotAtAll() {
        Run run = begin("together", "a");
        Refusal refusal = new Refusal(
                0, "Accounts 11x1", Optional.empty(), Map.of(), "no", Reject.Cause.REFUSED, Optional.empty());

        assertThatThrownBy(() -> store.together(() -> {
                    store.rejects().add("together", run.id(), refusal);
                    store.runs().count(run.id(), new RunCounts(0, 0, 0, 0, 1, 0));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(store.rejects().isRejected(run.id(), 0, "Accounts 11x1")).isFalse();
        assertThat(store.runs().find(run.id()).orElseThrow().counts()).isEqualTo(RunCounts.NONE);

        store.together(() -> {
            store.rejects().add("together", run.id(), refusal);
            store.runs().count(run.id(), new RunCounts(0, 0, 0, 0, 1, 0));
        });
        assertThat(store.rejects().isRejected(run.id(), 0, "Accounts 11x1")).isTrue();
        assertThat(store.rejects().isRejected(run.id(), 0, "Accounts 11x2")).isFalse();
        assertThat(store.runs().find(run.id()).orElseThrow().counts().rejected())
                .isEqualTo(1);
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
                .intend(new Intent(
                        run.id(),
                        7,
                        "line 8",
                        null,
                        JournalledWrite.Kind.REVISE,
                        "Contacts",
                        "12x5",
                        Map.of("lastname", "Muller"),
                        sent,
                        Map.of("Potentials.contact_id", List.of("13x1", "13x2"))));
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
                    .intend(new Intent(
                            run.id(),
                            row,
                            "line",
                            null,
                            JournalledWrite.Kind.CREATE,
                            "Leads",
                            null,
                            Map.of(),
                            Map.of(),
                            Map.of()));
            if (row % 2 == 0) {
                store.journal().settle(List.of(Settled.refused(write, "x".repeat(5000))));
            }
        }
        List<Long> rows = new ArrayList<>();
        store.journal().ofRun(run.id(), write -> rows.add(write.row()));

        assertThat(rows).hasSize(1200).isSorted();
    }

    private void refuse(Run run, long row, Map<String, ?> cells, String reason, Reject.Cause cause, Long reject) {
        store.rejects()
                .add(
                        run.sync(),
                        run.id(),
                        new Refusal(
                                row,
                                "line " + (row + 1),
                                Optional.empty(),
                                cells,
                                reason,
                                cause,
                                Optional.ofNullable(reject)));
    }

    @Test
    void aRejectWaitsUntilItIsGivenUp() {
        Run run = begin("rejects", "a");
        Map<String, Object> cells = Map.of("Last Name", "", "Amount", 12);
        refuse(run, 1, cells, "no name", Reject.Cause.REFUSED, null);
        refuse(run, 2, cells, "x".repeat(5000), Reject.Cause.REFUSED, null);
        assertThat(store.rejects().open("rejects")).hasSize(2).first().returns(cells, Reject::payload);

        store.rejects().drop(store.rejects().open("rejects").get(0).id());

        assertThat(store.rejects().open("rejects")).extracting(Reject::row).containsExactly(2L);
        assertThat(store.rejects().numberOpen("rejects")).isEqualTo(1);
    }

    @Test
    void aRowOfARunIsRejectedOnce() {
        Run run = begin("once", "a");
        refuse(run, 1, Map.of(), "first", Reject.Cause.REFUSED, null);
        refuse(run, 1, Map.of(), "second", Reject.Cause.REFUSED, null);

        assertThat(store.rejects().open("once")).extracting(Reject::reason).containsExactly("second");
    }

    @Test
    void theCellsOfARejectKeepTheirTypes() {
        Run run = begin("typed", "a");
        Map<String, Object> cells = Map.of(
                "day", LocalDate.of(2026, 11, 30),
                "time", LocalTime.of(8, 5),
                "moment", LocalDateTime.of(2026, 11, 30, 8, 5),
                "amount", new BigDecimal("12.50"),
                "text", "2026-11-30");
        refuse(run, 1, cells, "no", Reject.Cause.REFUSED, null);

        assertThat(store.rejects().open("typed").get(0).payload()).isEqualTo(cells);
    }

    @Test
    void aRejectWhoseCauseMayPassIsDueAfterLongerAndLongerPauses() {
        Run run = begin("pauses", "a");
        refuse(run, 1, Map.of(), "busy", Reject.Cause.PASSING, null);
        refuse(run, 2, Map.of(), "wrong", Reject.Cause.REFUSED, null);
        assertThat(store.retries().numberDue("pauses")).isZero();
        assertThat(store.retries().nextTry("pauses")).contains(NOW.plusSeconds(60));

        time = NOW.plusSeconds(60);
        Run retry = store.runs().begin("pauses", Run.Kind.RETRY, "1 rejected row", "rejects", "s1", "crm");
        assertThat(store.retries().numberDue("pauses")).isEqualTo(1);
        assertThat(store.retries().take("pauses", retry.id(), true)).isEqualTo(1);

        // Whatever becomes of the run, it is not due again at once.
        assertThat(store.retries().numberDue("pauses")).isZero();
        Reject taken = store.retries().taken(retry.id(), 0).get(0);
        assertThat(taken.tries()).isEqualTo(2);
        assertThat(taken.nextTry()).contains(time.plusSeconds(120));
        refuse(retry, taken.id(), Map.of(), "still busy", Reject.Cause.PASSING, taken.id());

        Reject again = store.rejects().find(taken.id()).orElseThrow();
        assertThat(again)
                .returns("still busy", Reject::reason)
                .returns(2, Reject::tries)
                .returns(run.id(), Reject::run)
                .returns(1L, Reject::row);
        assertThat(store.rejects().open("pauses")).hasSize(2);
    }

    @Test
    void aRowThatComesAgainCorrectedIsTheSameReject() {
        Run first = begin("corrected", "a");
        refuse(first, 4, Map.of("name", "x"), "wrong", Reject.Cause.REFUSED, null);
        long id = store.rejects().open("corrected").get(0).id();
        Run second = begin("corrected", "b");

        refuse(second, 1, Map.of("name", "y"), "wrong as well", Reject.Cause.REFUSED, id);

        assertThat(store.rejects().open("corrected"))
                .singleElement()
                .returns(id, Reject::id)
                .returns(second.id(), Reject::run)
                .returns(Map.of("name", "y"), Reject::payload)
                .returns(2, Reject::tries);
        store.rejects().written(id);
        assertThat(store.rejects().numberOpen("corrected")).isZero();
        assertThat(store.rejects().find(id).orElseThrow().state()).isEqualTo(Reject.State.WRITTEN);
    }

    @Test
    void theWritesOfARejectedRowAreFoundByItsReject() {
        Run run = begin("tries", "a");
        store.journal()
                .intend(new Intent(
                        run.id(),
                        1,
                        "line 2",
                        null,
                        JournalledWrite.Kind.CREATE,
                        "Leads",
                        null,
                        Map.of(),
                        Map.of("source", "S-1"),
                        Map.of()));
        refuse(run, 1, Map.of(), "no answer", Reject.Cause.PASSING, null);
        long reject = store.rejects().open("tries").get(0).id();
        Run retry = store.runs().begin("tries", Run.Kind.RETRY, "1 rejected row", "rejects", "s1", "crm");
        store.journal()
                .intend(new Intent(
                        retry.id(),
                        reject,
                        "line 2",
                        reject,
                        JournalledWrite.Kind.CREATE,
                        "Leads",
                        null,
                        Map.of(),
                        Map.of("source", "S-2"),
                        Map.of()));

        assertThat(store.journal().ofReject(reject))
                .extracting(write -> write.sent().get("source"))
                .containsExactly("S-1", "S-2");
        store.runs().endLeft("tries", Run.Kind.RETRY);
        assertThat(store.runs().find(retry.id()).orElseThrow().state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(store.runs().last("tries")).map(Run::id).contains(run.id());
    }

    private Run ended(String sync, String sha, Instant when) {
        time = when;
        Run run = begin(sync, sha);
        store.journal()
                .intend(new Intent(
                        run.id(),
                        1,
                        "line 2",
                        null,
                        JournalledWrite.Kind.CREATE,
                        "Leads",
                        null,
                        Map.of(),
                        Map.of("lastname", sha),
                        Map.of()));
        store.runs().end(run.id(), Run.State.DONE, null);
        return run;
    }

    private List<JournalledWrite> writes(Run run) {
        List<JournalledWrite> writes = new ArrayList<>();
        store.journal().ofRun(run.id(), writes::add);
        return writes;
    }

    @Test
    void whatIsOlderThanItIsKeptIsRemovedAsAWhole() {
        Instant old = NOW.minus(Duration.ofDays(100));
        Run removed = ended("kept", "a", old);
        Run waiting = ended("kept", "b", old.plusSeconds(10));
        refuse(waiting, 1, Map.of(), "wrong", Reject.Cause.REFUSED, null);
        Run closed = ended("kept", "c", old.plusSeconds(20));
        refuse(closed, 1, Map.of(), "wrong", Reject.Cause.REFUSED, null);
        store.rejects().drop(store.rejects().open("kept").get(1).id());
        Run young = ended("kept", "d", NOW.minus(Duration.ofDays(89)));
        Run lastOfItsSync = ended("other", "e", old);
        time = NOW;

        assertThat(store.retention().removeOlderThan(NOW.minus(Duration.ofDays(90))))
                .isEqualTo(2);

        assertThat(store.runs().find(removed.id())).isEmpty();
        assertThat(writes(removed)).isEmpty();
        assertThat(store.runs().find(closed.id())).isEmpty();
        for (Run kept : List.of(waiting, young, lastOfItsSync)) {
            assertThat(store.runs().find(kept.id())).isPresent();
            assertThat(writes(kept)).as("an undo needs all of it").hasSize(1);
        }
        assertThat(store.rejects().open("kept")).hasSize(1);
    }

    @Test
    void aRunOfManyWritesIsRemovedInPortions() {
        time = NOW.minus(Duration.ofDays(100));
        Run large = begin("large", "a");
        for (int row = 1; row <= 1201; row++) {
            store.journal()
                    .intend(new Intent(
                            large.id(),
                            row,
                            "line",
                            null,
                            JournalledWrite.Kind.CREATE,
                            "Leads",
                            null,
                            Map.of(),
                            Map.of(),
                            Map.of()));
        }
        store.runs().end(large.id(), Run.State.DONE, null);
        ended("large", "b", NOW);

        assertThat(store.retention().removeOlderThan(NOW.minus(Duration.ofDays(90))))
                .isEqualTo(1);

        assertThat(writes(large)).isEmpty();
        assertThat(store.size()).isPositive();
    }

    @Test
    void referencesOfMovedRecordsAreDueWhenBothEndsAreThere() {
        OpenReferences references = store.references();
        references.put(
                "move", Map.of("Contacts 12x1", Map.of("account_id", "Accounts 11x1", "contact_id", "Contacts 12x2")));
        references.put("other", Map.of("Contacts 12x1", Map.of("account_id", "Accounts 11x1")));
        store.links().put("move", "Accounts", Map.of("Accounts 11x1", "11x51"));
        assertThat(references.sources("move", "", 10)).containsExactly("Contacts 12x1");
        assertThat(references.sources("move", "Contacts 12x1", 10)).isEmpty();
        assertThat(references.waitingFor("move", List.of("Accounts 11x1", "Accounts 11x2")))
                .containsExactly("Contacts 12x1");
        assertThat(references.due("move", List.of("Contacts 12x1"))).isEmpty();
        assertThat(references.counts("move")).isEmpty();

        store.links().put("move", "Contacts", Map.of("Contacts 12x1", "12x51"));
        OpenReferences.Due due = new OpenReferences.Due("Contacts 12x1", "Contacts", "12x51", "account_id", "11x51");
        assertThat(references.due("move", List.of("Contacts 12x1"))).containsExactly(due);
        assertThat(references.counts("move")).hasSize(2);
        references.close("move", List.of(due));
        assertThat(references.due("move", List.of("Contacts 12x1"))).isEmpty();
        assertThat(references.counts("move")).containsExactly(new OpenReferences.Count("Contacts", "contact_id", 1));

        store.links().put("move", "Contacts", Map.of("Contacts 12x2", "12x52"));
        assertThat(references.due("move", List.of("Contacts 12x1"))).hasSize(1);
        references.put("move", Map.of("Contacts 12x1", Map.of()));
        assertThat(references.counts("move")).isEmpty();
    }

    @Test
    void aMoveTheOtherWayKnowsWhatARecordWas() {
        store.links().put("there", "Contacts", Map.of("Contacts 12x1", "12x51", "Contacts 12x2", "12x52"));

        assertThat(store.links().origins("there", List.of("Contacts 12x51", "Accounts 11x51", "Contacts 12x9")))
                .isEqualTo(Map.of("Contacts 12x51", "Contacts 12x1"));
        assertThat(store.links().find("there", List.of("Contacts 12x2", "Contacts 12x3")))
                .isEqualTo(Map.of("Contacts 12x2", new Links.Linked("Contacts", "12x52")));
        assertThat(store.links().hasAny("there", "Contacts")).isTrue();
        assertThat(store.links().hasAny("there", "Accounts")).isFalse();
    }

    @Test
    void whatAnUndoDeletedIsWhatNoRecordHasBecome() {
        store.links().put("leads", "Leads", Map.of("Leads 10x1", "10x51", "Leads 10x2", "10x52"));
        Run undo = store.runs().begin("leads", Run.Kind.UNDO, "undo of x", "", "s1", "http://crm as admin");
        for (String id : List.of("10x51", "10x52")) {
            long write = store.journal()
                    .intend(new Intent(
                            undo.id(),
                            0,
                            "x",
                            null,
                            JournalledWrite.Kind.DELETE,
                            "Leads",
                            id,
                            Map.of(),
                            Map.of(),
                            Map.of()));
            store.journal()
                    .settle(List.of(
                            id.equals("10x51")
                                    ? Settled.written(write, id, Map.of())
                                    : Settled.refused(write, "It was changed.")));
        }

        store.links().removeUndone("leads");

        assertThat(store.links().find("leads", List.of("Leads 10x1", "Leads 10x2")))
                .containsOnlyKeys("Leads 10x2");
    }

    @Test
    void theFileOfADocumentIsKnownByBothNames() {
        MovedFiles.Moved file = new MovedFiles.Moved("9 15x4", "offer.php", "offer.phpfile.txt");
        store.files().put("move", "Documents 15x3", new MovedFiles.Moved("8", "old", "old"));
        store.files().put("move", "Documents 15x3", file);

        assertThat(store.files().find("move", "Documents 15x3")).contains(file);
        assertThat(store.files().find("other", "Documents 15x3")).isEmpty();
    }

    @Test
    void createsWithoutAnAnswerAreDoubtfulUntilTheirRecordIsKnown() {
        Run run = begin("leads", "a");
        store.journal()
                .intend(new Intent(
                        run.id(),
                        1,
                        "Leads 10x1",
                        null,
                        JournalledWrite.Kind.CREATE,
                        "Leads",
                        null,
                        Map.of(),
                        Map.of("lastname", "A"),
                        Map.of()));
        assertThat(store.journal().doubtfulCreates("other")).isEmpty();
        assertThat(store.journal().doubtfulCreates("leads"))
                .extracting(JournalledWrite::place)
                .containsExactly("Leads 10x1");

        store.links().put("leads", "Leads", Map.of("Leads 10x1", "10x51"));
        assertThat(store.journal().doubtfulCreates("leads")).isEmpty();
    }
}
