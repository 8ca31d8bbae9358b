package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Intent;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.Settled;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was refused is tried again, by itself or by a person, or comes again corrected; and is written once. */
class RejectsTest extends SyncTestSupport {

    private static final Format BY_NAME = new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty());

    private SyncDefinition add(String name, String... match) {
        SyncDefinition sync = RunIntoCrmTest.sync(name, List.of(match), Limits.NONE);
        syncs.add(sync);
        return sync;
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    private List<Map<String, String>> leads() {
        return server.crm().records("Leads");
    }

    private List<Reject> open(String sync) {
        return syncs.store.rejects().open(sync);
    }

    @Test
    void aRowThatABusyServerRefusedIsTriedAgainByItself() throws Exception {
        SyncDefinition busy = add("busy", "email");
        server.faults().failNext(1, Fault.HIDDEN_SQL_ERROR, "create");
        RunReport report = syncs.run("busy", RunRequest.run(file("a.csv", "lastname,email", "Ahrens,a@example.com")));
        assertThat(report.counts().rejected()).isEqualTo(1);
        assertThat(open("busy"))
                .singleElement()
                .returns(Reject.Cause.PASSING, Reject::cause)
                .satisfies(reject -> assertThat(reject.nextTry()).isPresent());

        syncs.addRetries(busy);

        await().atMost(Duration.ofSeconds(60)).until(() -> open("busy").isEmpty());
        assertThat(leads()).extracting(lead -> lead.get("lastname")).containsExactly("Ahrens");
        Run last = syncs.store.runs().last("busy").orElseThrow();
        assertThat(last.id()).as("the run of the file remains the last one").isEqualTo(report.id());
    }

    @Test
    void aWrongValueAndADamagedRowWaitForAPerson() throws Exception {
        add("causes", "email");

        syncs.run(
                "causes", RunRequest.run(file("a.csv", "lastname,email", ",a@example.com", "Berg,b@example.com,more")));

        assertThat(open("causes")).extracting(Reject::cause).containsExactly(Reject.Cause.REFUSED, Reject.Cause.ROW);
        assertThat(open("causes"))
                .allSatisfy(reject -> assertThat(reject.nextTry()).isEmpty());
    }

    @Test
    void aRowWhoseReferenceCameMeanwhileIsWritten() throws Exception {
        SyncDefinition later = RunIntoCrmTest.sync("later", "Contacts", List.of("email"), Limits.NONE);
        syncs.add(later);
        syncs.run("later", RunRequest.run(file("a.csv", "lastname,email,account_id", "Ahrens,a@example.com,Acme")));
        assertThat(open("later")).extracting(Reject::cause).containsExactly(Reject.Cause.PASSING);
        syncs.context.createProducerTemplate().requestBody("vtiger:create/Accounts", Map.of("accountname", "Acme"));

        syncs.addRetries(later);

        await().atMost(Duration.ofSeconds(60)).until(() -> open("later").isEmpty());
        assertThat(server.crm().records("Contacts")).singleElement().satisfies(contact -> assertThat(
                        contact.get("account_id"))
                .isEqualTo(server.crm().records("Accounts").get(0).get("id")));
    }

    @Test
    void aPersonTriesAllOfThemAgainAndWhatIsStillRefusedStays() throws Exception {
        add("retried");
        syncs.run("retried", RunRequest.run(file("a.csv", "lastname,nofield", "Ahrens,1", "Berg,2")));
        List<Reject> before = open("retried");
        assertThat(before).hasSize(2);

        RunReport report = syncs.run("retried", RunRequest.retry(false));

        assertThat(report.counts().rejected()).isEqualTo(2);
        assertThat(open("retried"))
                .extracting(Reject::id)
                .containsExactly(before.get(0).id(), before.get(1).id());
        assertThat(open("retried")).extracting(Reject::tries).containsExactly(2, 2);
        assertThat(open("retried")).extracting(Reject::place).containsExactly("line 2", "line 3");
        assertThat(syncs.run("retried", RunRequest.retry(true)).outcome()).isEqualTo(RunReport.Outcome.KNOWN);
    }

    @Test
    void theFileOfRejectsIsCorrectedAndDroppedAgainAndOnlyItsRowsAreWritten() throws Exception {
        SyncDefinition sync = add("corrected");
        RejectFiles files = new RejectFiles(syncs.store, any -> Optional.of((Source.Files) sync.from()));
        Path source = file("leads.csv", "sep=;", "lastname;email", "Ahrens;a@example.com", ";b@example.com");

        RunReport report = files.beside(source, syncs.run("corrected", RunRequest.run(source)));

        Path rejects = directory.resolve("leads.rejects.csv");
        assertThat(report.rejects()).contains(rejects);
        assertThat(report.toString()).contains(rejects.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
        long id = open("corrected").get(0).id();
        assertThat(Files.readAllLines(rejects).get(2)).startsWith(id + ";").endsWith(";;b@example.com");
        assertThat(Files.readString(rejects)).contains("line 4: ");

        String corrected = Files.readString(rejects).replace(";;b@example.com", ";Berg;b@example.com");
        Path again = Files.writeString(directory.resolve("again.csv"), corrected);
        assertThat(syncs.run("corrected", RunRequest.run(again)).counts().created())
                .isEqualTo(1);

        assertThat(open("corrected")).isEmpty();
        assertThat(leads()).extracting(lead -> lead.get("lastname")).containsExactly("Ahrens", "Berg");

        // Dropped once more, with another correction: the record that is there is changed.
        Path third = Files.writeString(directory.resolve("third.csv"), corrected.replace(";Berg;", ";Berger;"));
        assertThat(syncs.run("corrected", RunRequest.run(third)).counts().updated())
                .isEqualTo(1);
        assertThat(leads()).extracting(lead -> lead.get("lastname")).containsExactly("Ahrens", "Berger");
    }

    @Test
    void aSecondFileOfRejectsDoesNotReplaceOneThatMayBeCorrectedByNow() throws Exception {
        SyncDefinition sync = add("second");
        RejectFiles files = new RejectFiles(syncs.store, any -> Optional.of((Source.Files) sync.from()));
        Path source = file("leads.csv", "lastname,email", ",a@example.com");
        files.beside(source, syncs.run("second", RunRequest.run(source)));
        Path first = directory.resolve("leads.rejects.csv");
        Path dropped = Files.copy(first, directory.resolve("leads.rejects-7.csv"));

        RunReport report = files.beside(dropped, syncs.run("second", RunRequest.run(dropped)));

        assertThat(report.rejects()).contains(directory.resolve("leads.rejects-2.csv"));
        assertThat(open("second")).as("it is the same reject still").hasSize(1);
    }

    @Test
    void rejectsThatCannotBeWrittenBesideTheirSourceAreInTheStore() throws Exception {
        SyncDefinition sync = add("unwritable");
        RejectFiles files = new RejectFiles(syncs.store, any -> Optional.of((Source.Files) sync.from()));
        Path source = file("leads.csv", "lastname,email", ",a@example.com");
        RunReport report = syncs.run("unwritable", RunRequest.run(source));
        // What is in the way of the temporary file cannot be removed, as on a disk that is full or read-only.
        Files.createFile(Files.createDirectory(directory.resolve(".writing-leads.rejects.csv"))
                .resolve("in the way"));

        assertThat(files.beside(source, report)).isEqualTo(report);
        assertThat(open("unwritable")).hasSize(1);

        RejectFiles.export(open("unwritable"), BY_NAME, directory.resolve("exported.jsonl"));
        assertThat(Files.readString(directory.resolve("exported.jsonl")))
                .contains("\"_reject\":\"" + open("unwritable").get(0).id() + "\"", "a@example.com");
    }

    @Test
    void aRowWhoseRecordIsThereAfterAllIsNotCreatedASecondTime() throws Exception {
        add("doubtful");
        server.faults().failNext(1, Fault.HIDDEN_SQL_ERROR, "create");
        RunReport report = syncs.run("doubtful", RunRequest.run(file("a.csv", "lastname", "Ahrens")));
        Reject reject = open("doubtful").get(0);
        // As a try leaves it whose answer did not come.
        syncs.context
                .createProducerTemplate()
                .requestBody("vtiger:create/Leads", Map.of("lastname", "Ahrens", "source", "S-MARK"));
        long write = syncs.store
                .journal()
                .intend(new Intent(
                        report.id(),
                        reject.row(),
                        reject.place(),
                        reject.id(),
                        JournalledWrite.Kind.CREATE,
                        "Leads",
                        null,
                        Map.of(),
                        Map.of("lastname", "Ahrens", "source", "S-MARK"),
                        Map.of()));
        syncs.store.journal().settle(List.of(Settled.ambiguous(write, "no answer")));

        syncs.run("doubtful", RunRequest.retry(false));

        assertThat(leads()).hasSize(1);
        assertThat(open("doubtful")).isEmpty();
    }

    @Test
    void aRejectThatDoesNotExistIsRefused() throws Exception {
        add("unknown");

        syncs.run("unknown", RunRequest.run(file("a.csv", "_reject,_reason,lastname", "4711,,Ahrens")));

        assertThat(leads()).isEmpty();
        assertThat(open("unknown")).singleElement().satisfies(reject -> assertThat(reject.reason())
                .contains("has no reject 4711", "empty the cell _reject"));
    }

    @Test
    void aLoginThatIsRefusedEndsTheRunAndRejectsNothing() throws Exception {
        syncs.close();
        syncs = new SyncsUnderTest(server.url(), server.username(), "wrong", directory);
        add("login", "email");

        RunReport report = syncs.run("login", RunRequest.run(file("a.csv", "lastname,email", "Ahrens,a@example.com")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.FAILED);
        assertThat(open("login")).isEmpty();
    }

    @Test
    void aRetryIsJournalledAsARunOfItsOwn() throws Exception {
        add("journalled", "email");
        server.faults().failNext(1, Fault.HIDDEN_SQL_ERROR, "create");
        syncs.run("journalled", RunRequest.run(file("a.csv", "lastname,email", "Ahrens,a@example.com")));

        RunReport retry = syncs.run("journalled", RunRequest.retry(false));

        assertThat(retry.counts().created()).isEqualTo(1);
        List<JournalledWrite> writes = new ArrayList<>();
        syncs.store.journal().ofRun(retry.id(), writes::add);
        assertThat(writes).singleElement().returns("line 2", JournalledWrite::place);
        assertThat(syncs.store.runs().find(retry.id()).orElseThrow().kind()).isEqualTo(Run.Kind.RETRY);
    }
}
