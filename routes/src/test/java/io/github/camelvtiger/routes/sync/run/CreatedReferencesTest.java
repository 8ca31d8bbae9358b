package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.Intent;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records that rows refer to and that are not there are created: once each, planned, limited, journalled, undone. */
class CreatedReferencesTest extends SyncTestSupport {

    private void add(String name, Limits limits) {
        syncs.add(RunIntoCrmTest.sync(name, "Contacts", List.of("email"), limits));
    }

    private Path file(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("lastname,email,account_id"));
        lines.addAll(List.of(rows));
        return Files.write(directory.resolve("people.csv"), lines);
    }

    private List<String> accounts() {
        return server.crm().records("Accounts").stream()
                .map(account -> account.get("accountname"))
                .toList();
    }

    private String companyOf(String email) {
        String id = server.crm().records("Contacts").stream()
                .filter(contact -> contact.get("email").equals(email))
                .findFirst()
                .orElseThrow()
                .get("account_id");
        return server.crm().record(id).orElseThrow().get("accountname");
    }

    @Test
    void eachIsCreatedOnceAndTakenBackWithTheRun() throws Exception {
        server.crm().create("Accounts", Map.of("accountname", "Old Ltd"));
        add("people", Limits.NONE);

        RunReport report = syncs.run(
                "people",
                RunRequest.run(file(
                        "Ahrens,a@example.com,+Acme",
                        "Berg,b@example.com,+ACME",
                        "Cohn,c@example.com,+old ltd",
                        "Dorn,d@example.com,Nowhere")));

        assertThat(report.counts()).isEqualTo(new RunCounts(4, 0, 0, 0, 1, 0));
        assertThat(accounts()).containsExactlyInAnyOrder("Old Ltd", "Acme");
        assertThat(companyOf("a@example.com")).isEqualTo("Acme");
        assertThat(companyOf("b@example.com")).isEqualTo("Acme");
        assertThat(companyOf("c@example.com")).isEqualTo("Old Ltd");
        assertThat(syncs.store.journal().touching("Acme")).singleElement().satisfies(write -> {
            assertThat(write.module()).isEqualTo("Accounts");
            assertThat(write.place()).isEqualTo("line 2, to which it refers");
        });

        RunUndo undo = syncs.undo(report.id());
        undo.apply(undo.plan());

        assertThat(accounts()).containsExactly("Old Ltd");
        assertThat(server.crm().count("Contacts")).isZero();
    }

    @Test
    void theyAreShownInThePlanWhichHoldsForThem() throws Exception {
        String id = server.crm().create("Contacts", Map.of("lastname", "Ahrens", "email", "a@example.com"));
        add("planned", Limits.NONE);
        Path file = file("Ahrens,a@example.com,+Acme", "Berg,b@example.com,+ACME");

        RunReport plan = syncs.run("planned", RunRequest.plan(file));

        List<String> lines = Files.readAllLines(plan.plan().orElseThrow());
        assertThat(plan.counts()).as("%s", lines).isEqualTo(new RunCounts(2, 1, 0, 0, 0, 0));
        assertThat(accounts()).isEmpty();
        assertThat(lines.get(1))
                .contains(id, "\"to\":\"a new record of Accounts with accountname = 'Acme'\"")
                .contains("\"notes\":[\"creates a new record of Accounts with accountname = 'Acme'\"]");
        assertThat(lines.get(2)).contains("a new record of Accounts").doesNotContain("notes");

        RunReport applied =
                syncs.run("planned", RunRequest.apply(file, plan.plan().orElseThrow()));

        assertThat(applied.counts()).isEqualTo(new RunCounts(2, 1, 0, 0, 0, 0));
        assertThat(companyOf("a@example.com")).isEqualTo("Acme");
    }

    @Test
    void aLimitCountsThem() throws Exception {
        add("limited", new Limits(Optional.of(new Limits.Limit(1, false)), Optional.empty()));

        RunReport report = syncs.run("limited", RunRequest.run(file("Ahrens,a@example.com,+Acme")));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.STOPPED);
        assertThat(report.message().orElseThrow()).contains("would make 2 changes");
        assertThat(accounts()).isEmpty();
    }

    @Test
    void aRowWhoseReferenceIsRefusedIsRejectedAndTheOthersAreWritten() throws Exception {
        add("refused", Limits.NONE);
        server.faults().failNext(1, Fault.HIDDEN_SQL_ERROR, "create");

        RunReport report =
                syncs.run("refused", RunRequest.run(file("Ahrens,a@example.com,+Acme", "Berg,b@example.com,+Bolts")));

        assertThat(report.counts().rejected()).isEqualTo(1);
        assertThat(syncs.store.rejects().open("refused")).singleElement().satisfies(reject -> {
            assertThat(reject.reason())
                    .startsWith("account_id: no record of Accounts with accountname = 'Acme' could be created: ");
            assertThat(reject.cause()).isEqualTo(Reject.Cause.PASSING);
        });
        assertThat(companyOf("b@example.com")).isEqualTo("Bolts");
    }

    @Test
    void oneThatAnInterruptedProcessCreatedIsFound() throws Exception {
        add("interrupted", Limits.NONE);
        Path file = file("Ahrens,a@example.com,+Acme");
        Run run = syncs.store
                .runs()
                .begin(
                        "interrupted",
                        Run.Kind.RUN,
                        "people.csv",
                        Sha256.of(file),
                        "sha-of-interrupted",
                        server.url() + " as " + server.username());
        syncs.store
                .journal()
                .intend(new Intent(
                        run.id(),
                        0,
                        "line 2, to which it refers",
                        null,
                        JournalledWrite.Kind.CREATE,
                        "Accounts",
                        null,
                        Map.of(),
                        Map.of("accountname", "Acme"),
                        Map.of()));
        server.crm().create("Accounts", Map.of("accountname", "Acme"));

        RunReport report = syncs.run("interrupted", RunRequest.run(file));

        assertThat(report.id()).isEqualTo(run.id());
        assertThat(accounts()).containsExactly("Acme");
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(syncs.store.journal().touching("Acme")).singleElement().satisfies(write -> {
            assertThat(write.state()).isEqualTo(JournalledWrite.State.WRITTEN);
            assertThat(write.recordId()).isPresent();
        });
    }
}
