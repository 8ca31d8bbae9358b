package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files that delete records, or become several, in an application that runs. */
class RowsOfFilesTest {

    @TempDir
    private Path directory;

    private Path syncs;
    private SimulatorServer crm;

    @BeforeEach
    void start() throws IOException {
        syncs = Files.createDirectories(directory.resolve("syncs"));
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void aRowMaySayThatItsRecordIsToBeDeleted() throws IOException {
        sync(
                "marked",
                """
                to: { crm: Leads, match: [email] }
                map: { lastname: Name, email: Mail, company: { value: Partner } }
                deletions: { column: State, value: gone }
                limits: { deletes: 2 }
                """);
        lead("Anna");
        lead("Berta");
        lead("Cilly");
        Path file = file(
                "Name,Mail,State",
                "Anna,anna@example.com,Gone",
                ",berta@example.com,gone",
                "Dora,dora@example.com,",
                ",nobody@example.com,gone",
                ",,gone");
        try (RunningApplication application = application()) {
            assertThat(command(0, "plan", "marked", file.toString()))
                    .contains("1 created, 1 unchanged, 2 deleted, 1 rejected", "line 2: delete 10x");
            assertThat(command(1, "run", "marked", file.toString()))
                    .contains("1 created, 1 unchanged, 2 deleted, 1 rejected");
            assertThat(names("Leads")).containsExactlyInAnyOrder("Cilly", "Dora");
            assertThat(command(0, "rejects", "marked")).contains("line 6", "The field email finds the record");
            assertThat(command(0, "undo", lastRun("marked"))).contains("2 deleted");
            assertThat(names("Leads")).containsExactlyInAnyOrder("Anna", "Berta", "Cilly");

            Path more = file(
                    "Name,Mail,State", ",anna@example.com,gone", ",berta@example.com,gone", ",cilly@example.com,gone");
            assertThat(command(3, "run", "marked", more.toString())).contains("limits.deletes allows 2");
            assertThat(names("Leads")).hasSize(3);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void whatTheWholeListDoesNotHaveIsDeletedWithinItsScope() throws IOException {
        sync(
                "whole",
                """
                to: { crm: Leads, match: [email] }
                map: { lastname: Name, email: Mail, company: { value: Partner }, leadsource: { value: Partner } }
                deletions: missing
                scope: "leadsource = 'Partner'"
                limits: { deletes: 1 }
                """);
        lead("Anna", "leadsource", "Partner");
        String berta = lead("Berta", "leadsource", "Partner");
        lead("Cilly", "leadsource", "Cold Call");
        lead("Dora", "leadsource", "Partner");
        try (RunningApplication application = application()) {
            Path damaged = file("Name,Mail", "Anna,anna@example.com", "Dora,dora@example.com", "Emil,");
            assertThat(command(1, "run", "whole", damaged.toString()))
                    .contains(
                            "2 unchanged, 1 rejected; no record was deleted for not being in the file, since of one row");
            Path file = file("Name,Mail", "Anna,ANNA@example.com", "Dora B.,dora@example.com", "Emil,emil@example.com");
            assertThat(command(0, "plan", "whole", file.toString())).contains("Leads " + berta + ": delete " + berta);
            assertThat(command(0, "run", "whole", file.toString()))
                    .contains("1 created, 1 updated, 1 unchanged, 1 deleted");
            assertThat(names("Leads")).containsExactlyInAnyOrder("Anna", "Cilly", "Dora B.", "Emil");
            assertThat(command(
                            3,
                            "run",
                            "whole",
                            file("Name,Mail", "Anna,anna@example.com").toString()))
                    .contains("stopped by a limit");
            assertThat(names("Leads")).hasSize(4);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aRowBecomesARecordOfEachModule() throws IOException {
        sync(
                "both",
                """
                to: { crm: [Accounts, Contacts] }
                modules:
                  Accounts: { match: [accountname], map: { accountname: Company }, skip: "${body[Company]} == ''" }
                  Contacts:
                    match: [email]
                    map: { lastname: Name, email: Mail, account_id: { from: Company, reference: accountname } }
                limits: { changes: 10 }
                """);
        crm.crm().create("Contacts", Map.of("lastname", "Berta", "email", "berta@example.com"));
        Path file = file(
                "Company,Name,Mail",
                "Acme,Anna,anna@example.com",
                "Acme,Berta,berta@example.com",
                ",Cilly,cilly@example.com",
                "Other,Dora,");
        try (RunningApplication application = application()) {
            assertThat(command(0, "plan", "both", file.toString()))
                    .contains("4 created, 1 updated, 1 unchanged, 1 rejected, 1 skipped")
                    .contains("account_id: nothing -> 'a new record of Accounts with accountname = 'Acme''");
            assertThat(command(1, "run", "both", file.toString())).contains("4 created, 1 updated");
            assertThat(names("Contacts")).containsExactlyInAnyOrder("Anna", "Berta", "Cilly");
            String acme = crm.crm().records("Accounts").get(0).get("id");
            assertThat(crm.crm().records("Contacts"))
                    .extracting(contact -> contact.get("account_id"))
                    .containsExactlyInAnyOrder(acme, acme, "");
            command(1, "rejects", "both", "--retry");
            assertThat(command(0, "undo", lastRun("both"))).contains("4 created ones deleted");
            assertThat(crm.crm().records("Accounts")).isEmpty();
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private String lead(String name, String... more) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "lastname",
                name,
                "company",
                "Partner",
                "email",
                name.toLowerCase(java.util.Locale.ROOT) + "@example.com"));
        for (int index = 0; index < more.length; index += 2) {
            fields.put(more[index], more[index + 1]);
        }
        return crm.crm().create("Leads", fields);
    }

    private List<String> names(String module) {
        return crm.crm().records(module).stream()
                .map(record -> record.get("lastname"))
                .toList();
    }

    private void sync(String name, String text) throws IOException {
        Files.writeString(syncs.resolve(name + ".yaml"), "from: { file: '" + directory.resolve("in") + "' }\n" + text);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(Files.createTempFile(directory, "rows", ".csv"), List.of(lines));
    }

    private RunningApplication application() {
        return RunningApplication.against(crm, directory, Map.of("syncs.directory", syncs.toString()));
    }

    private String lastRun(String sync) throws IOException {
        String status = command(0, "status");
        int begin = status.indexOf(sync + ": ") + sync.length() + 2;
        return status.substring(begin, status.indexOf(' ', begin));
    }

    private String command(int exitCode, String... arguments) throws IOException {
        return GivenCommand.to(directory, exitCode, arguments);
    }
}
