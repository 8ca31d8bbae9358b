package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.definition.Relations;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file becomes records: planned, limited, journalled, rejected, resumed. */
class RunIntoCrmTest extends SyncTestSupport {

    static SyncDefinition sync(String name, List<String> match, Limits limits) {
        return sync(name, "Leads", match, limits);
    }

    static SyncDefinition sync(String name, String module, List<String> match, Limits limits) {
        return sync(name, module, match, limits, Optional.empty());
    }

    static SyncDefinition sync(String name, String module, List<String> match, Limits limits, Optional<String> after) {
        return sync(
                name,
                new Source.Files("inbox", new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty())),
                module,
                match,
                limits,
                after);
    }

    static SyncDefinition sync(
            String name, Source from, String module, List<String> match, Limits limits, Optional<String> after) {
        return new SyncDefinition(
                name,
                Path.of("syncs", name + ".yaml"),
                "sha-of-" + name,
                from,
                new Target.Crm(List.of(module), Optional.empty(), false),
                List.of(new SyncPart(
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        match,
                        Optional.empty(),
                        Relations.NONE)),
                limits,
                new Deletions.None(),
                SyncDefinition.Start.BEGINNING,
                ZoneOffset.UTC,
                Locale.ROOT,
                ";",
                false,
                after,
                true);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("leads-" + Math.abs(List.of(lines).hashCode()) + ".txt"), List.of(lines));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> leads() {
        return syncs.context
                .createFluentProducerTemplate()
                .to("vtiger:query")
                .withHeader(VtigerConstants.QUERY, "SELECT * FROM Leads ORDER BY id")
                .request(List.class);
    }

    @Test
    void rowsAreCreatedUpdatedAndLeftAsTheyAre() throws IOException {
        syncs.add(sync("leads", List.of("email"), Limits.NONE));
        syncs.run(
                "leads",
                RunRequest.run(file("lastname=Ahrens;email=a@example.com", "lastname=Berg;email=b@example.com")));

        RunReport report = syncs.run(
                "leads",
                RunRequest.run(file(
                        "lastname=Ahrens;email=a@example.com",
                        "lastname=Berger;email=b@example.com",
                        "lastname=Claus;email=c@example.com")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(report.counts()).isEqualTo(new RunCounts(1, 1, 1, 0, 0, 0));
        assertThat(leads()).extracting(lead -> lead.get("lastname")).containsExactly("Ahrens", "Berger", "Claus");
        List<JournalledWrite> writes = new ArrayList<>();
        syncs.store.journal().ofRun(report.id(), writes::add);
        assertThat(writes)
                .extracting(JournalledWrite::kind)
                .containsExactlyInAnyOrder(JournalledWrite.Kind.REVISE, JournalledWrite.Kind.CREATE);
        JournalledWrite revised = writes.stream()
                .filter(write -> write.kind() == JournalledWrite.Kind.REVISE)
                .findFirst()
                .orElseThrow();
        assertThat(revised.stored()).containsEntry("lastname", "Berg");
        assertThat(revised.answered()).containsEntry("lastname", "Berger").containsKey("modifiedtime");
        assertThat(revised.place()).isEqualTo("line 2");
        assertThat(syncs.store.runs().find(report.id()).orElseThrow().state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void aPlanWritesNothingAndSaysWhatWouldBe() throws IOException {
        syncs.add(sync("planned", List.of("email"), Limits.NONE));
        syncs.run("planned", RunRequest.run(file("lastname=Ahrens;email=a@example.com")));

        RunReport report = syncs.run(
                "planned",
                RunRequest.plan(file(
                        "lastname=Arens;email=a@example.com",
                        "lastname=Berg;email=b@example.com",
                        "!",
                        "lastname=Nobody;email=")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.PLANNED);
        assertThat(report.counts()).isEqualTo(new RunCounts(1, 1, 0, 0, 2, 0));
        assertThat(leads()).hasSize(1);
        assertThat(entries(report))
                .extracting(PlanEntry::action)
                .containsExactly(
                        PlanEntry.Action.UPDATE,
                        PlanEntry.Action.CREATE,
                        PlanEntry.Action.REJECT,
                        PlanEntry.Action.REJECT);
        assertThat(entries(report).get(0).changes())
                .containsExactlyEntriesOf(Map.of("lastname", new PlanEntry.Change("Ahrens", "Arens")));
        assertThat(entries(report).get(2).reason()).isEqualTo("It is damaged.");
        assertThat(Files.getPosixFilePermissions(report.plan().orElseThrow())).hasSize(2);
    }

    private static List<PlanEntry> entries(RunReport report) throws IOException {
        List<PlanEntry> entries = new ArrayList<>();
        try (PlanFile.Reader plan = new PlanFile.Reader(report.plan().orElseThrow())) {
            plan.forEachRemaining(entries::add);
        }
        return entries;
    }

    @Test
    void twoRowsOfOneKeyArePlannedAsCreateAndUpdate() throws IOException {
        syncs.add(sync("double", List.of("email"), Limits.NONE));

        RunReport report = syncs.run(
                "double",
                RunRequest.plan(file("lastname=Ahrens;email=a@example.com", "lastname=Arens;email=A@example.com")));

        assertThat(report.counts()).isEqualTo(new RunCounts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void aPlanIsAppliedExactlyAndRowsWhoseRecordMovedAreRejected() throws IOException {
        syncs.add(sync("applied", List.of("email"), Limits.NONE));
        syncs.run(
                "applied",
                RunRequest.run(file(
                        "lastname=Ahrens;email=a@example.com;city=Kiel",
                        "lastname=Berg;email=b@example.com;city=Kiel")));
        Path changed = file(
                "lastname=Arens;email=a@example.com;city=Kiel",
                "lastname=Berger;email=b@example.com;city=Kiel",
                "lastname=Claus;email=c@example.com");
        Path plan = syncs.run("applied", RunRequest.plan(changed)).plan().orElseThrow();
        Map<String, Object> berg = leads().get(1);
        syncs.context
                .createProducerTemplate()
                .requestBody("vtiger:revise/Leads", Map.of("id", berg.get("id"), "lastname", "Bergmann"));

        RunReport report = syncs.run("applied", RunRequest.apply(changed, plan));

        assertThat(report.counts()).isEqualTo(new RunCounts(1, 1, 0, 0, 1, 0));
        assertThat(leads()).extracting(lead -> lead.get("lastname")).containsExactly("Arens", "Bergmann", "Claus");
        assertThat(syncs.store.rejects().open("applied"))
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).contains("lastname", "make another plan"));
    }

    @Test
    void aPlanOfAnotherFileIsRefused() throws IOException {
        syncs.add(sync("refused", List.of("email"), Limits.NONE));
        Path plan = syncs.run("refused", RunRequest.plan(file("lastname=Ahrens;email=a@example.com")))
                .plan()
                .orElseThrow();

        RunReport report = syncs.run("refused", RunRequest.apply(file("lastname=Berg;email=b@example.com"), plan));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.REFUSED);
        assertThat(report.message().orElseThrow()).contains("other content", "sync plan");
        assertThat(leads()).isEmpty();
    }

    @Test
    void aRunThatWouldExceedItsLimitsWritesNothing() throws IOException {
        Limits two = new Limits(Optional.of(new Limits.Limit(2, false)), Optional.empty());
        syncs.add(sync("limited", List.of("email"), two));
        Path three = file(
                "lastname=Ahrens;email=a@example.com",
                "lastname=Berg;email=b@example.com",
                "lastname=Claus;email=c@example.com");

        RunReport stopped = syncs.run("limited", RunRequest.run(three));

        assertThat(stopped.outcome()).isEqualTo(RunReport.Outcome.STOPPED);
        assertThat(stopped.message().orElseThrow()).contains("3 changes", "limits.changes allows 2");
        assertThat(stopped.plan()).isPresent();
        assertThat(leads()).isEmpty();
        assertThat(syncs.store.runs().find(stopped.id()).orElseThrow().state()).isEqualTo(Run.State.STOPPED);

        RunReport approved = syncs.run("limited", RunRequest.run(three).withoutLimits());

        assertThat(approved.outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(leads()).hasSize(3);
    }

    @Test
    void withinItsLimitsARunIsPlannedAndWritten() throws IOException {
        Limits two = new Limits(Optional.of(new Limits.Limit(2, false)), Optional.empty());
        syncs.add(sync("within", List.of("email"), two));

        RunReport report = syncs.run(
                "within",
                RunRequest.run(file("lastname=Ahrens;email=a@example.com", "lastname=Berg;email=b@example.com")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(syncs.store.rejects().open("within")).isEmpty();
        assertThat(report.counts()).isEqualTo(new RunCounts(2, 0, 0, 0, 0, 0));
    }

    @Test
    void badRowsAreKeptWithTheirReasonAndGoodOnesWritten() throws IOException {
        syncs.add(sync("rejects", List.of(), Limits.NONE));

        RunReport report = syncs.run(
                "rejects", RunRequest.run(file("lastname=Ahrens", "!", "lastname=", "nofield=1;lastname=Berg")));

        assertThat(report.counts()).isEqualTo(new RunCounts(1, 0, 0, 0, 3, 0));
        assertThat(syncs.store.rejects().open("rejects"))
                .extracting(Reject::row)
                .containsExactly(2L, 3L, 4L);
        assertThat(syncs.store.rejects().open("rejects").get(2).reason()).contains("nofield");
    }

    @Test
    void aFileThatBreaksOffIsWrittenUpToThere() throws IOException {
        syncs.add(sync("broken", List.of("email"), Limits.NONE));

        RunReport report =
                syncs.run("broken", RunRequest.run(file("lastname=Ahrens;email=a@example.com", "#", "lastname=Berg")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.FAILED);
        assertThat(report.message()).contains("The file breaks off at line 2.");
        assertThat(leads()).hasSize(1);
    }

    @Test
    void theSameBrokenFileGoesOnWhereItWasAndWritesNothingTwice() throws IOException {
        syncs.add(sync("resumed", List.of(), Limits.NONE));
        Path file = file("lastname=Ahrens", "#", "lastname=Berg");
        String first = syncs.run("resumed", RunRequest.run(file)).id();

        RunReport second = syncs.run("resumed", RunRequest.run(file));

        assertThat(second.id()).isEqualTo(first);
        assertThat(second.outcome()).isEqualTo(RunReport.Outcome.FAILED);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void aRunWithLimitsWhosePlanWasBegunBeforeIsPlannedAgain() throws IOException {
        syncs.add(sync(
                "replanned", List.of("email"), new Limits(Optional.of(new Limits.Limit(2, false)), Optional.empty())));
        Path broken = file("lastname=Ahrens;email=a@example.com", "#");
        assertThat(syncs.run("replanned", RunRequest.run(broken)).outcome()).isEqualTo(RunReport.Outcome.FAILED);

        RunReport again = syncs.run("replanned", RunRequest.run(broken));

        assertThat(again.message()).contains("The file breaks off at line 2.");
    }

    @Test
    void aSecondRunIsRefusedWhileOneWrites() throws Exception {
        syncs.add(sync("busy", List.of(), Limits.NONE));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        syncs.beforeReading = () -> {
            reading.countDown();
            goOn.await();
        };
        Path file = file("lastname=Ahrens");
        CompletableFuture<RunReport> first =
                CompletableFuture.supplyAsync(() -> syncs.run("busy", RunRequest.run(file)));
        reading.await();

        RunReport second = syncs.run("busy", RunRequest.run(file));
        syncs.beforeReading = () -> {};
        CompletableFuture<RunReport> third = CompletableFuture.supplyAsync(
                () -> syncs.run("busy", RunRequest.run(file).waiting()));
        goOn.countDown();

        assertThat(second.outcome()).isEqualTo(RunReport.Outcome.REFUSED);
        assertThat(second.message().orElseThrow()).contains("A run of the sync is at work", "busy-");
        assertThat(first.get().outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(third.get().outcome()).isEqualTo(RunReport.Outcome.KNOWN);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        syncs.add(sync("absent", List.of(), Limits.NONE));

        RunReport report = syncs.run("absent", RunRequest.run(directory.resolve("absent.txt")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.REFUSED);
        assertThat(report.message().orElseThrow())
                .isEqualTo("There is no file " + directory.resolve("absent.txt") + ".");
    }

    @Test
    void theSameBytesAreReadOnce() throws IOException {
        syncs.add(sync("once", List.of(), Limits.NONE));
        Path file = file("lastname=Ahrens");
        String first = syncs.run("once", RunRequest.run(file)).id();

        RunReport second = syncs.run("once", RunRequest.run(file));

        assertThat(second.outcome()).isEqualTo(RunReport.Outcome.KNOWN);
        assertThat(second.message().orElseThrow()).contains(first, "--again");
        assertThat(leads()).hasSize(1);
        assertThat(syncs.run("once", RunRequest.run(file).readAgain()).outcome())
                .isEqualTo(RunReport.Outcome.DONE);
        assertThat(leads()).hasSize(2);
    }

    @Test
    void manyRowsAreWrittenInPortions() throws IOException {
        syncs.add(sync("many", List.of("email"), Limits.NONE));
        String[] rows = IntStream.range(0, 250)
                .mapToObj(row -> "lastname=Lead " + row + ";email=l" + row + "@example.com")
                .toArray(String[]::new);

        RunReport report = syncs.run("many", RunRequest.run(file(rows)));

        assertThat(report.counts()).isEqualTo(new RunCounts(250, 0, 0, 0, 0, 0));
        assertThat(syncs.store.runs().find(report.id()).orElseThrow().position())
                .isEqualTo(250);
    }

    @Test
    void rowsThatAreThereAlreadyTakeOneRequestForAPortion() throws Exception {
        syncs.add(sync("equal", List.of("email"), Limits.NONE));
        Path file = Files.write(
                directory.resolve("equal.txt"),
                IntStream.range(0, 3 * RowChunks.ROWS)
                        .mapToObj(row -> "lastname=Lead " + row + ";email=l" + row + "@example.com")
                        .toList());
        syncs.run("equal", RunRequest.run(file));
        server.clearCalls();

        RunReport report = syncs.run("equal", RunRequest.run(file).readAgain());

        assertThat(report.counts().unchanged()).isEqualTo(3L * RowChunks.ROWS);
        assertThat(server.calls().stream().filter(call -> call.operation().equals("query")))
                .hasSize(3);
    }
}
