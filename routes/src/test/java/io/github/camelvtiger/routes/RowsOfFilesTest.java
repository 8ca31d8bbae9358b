package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of files that delete records, or become several, in an application that runs. */
class RowsOfFilesTest extends SyncApplicationTestSupport {

    @Test
    void aRowMaySayThatItsRecordIsToBeDeleted() throws IOException {
        sync(
                "marked",
                """
                from: { file: "%s/in" }
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
                from: { file: "%s/in" }
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
    void theOneFileOfASyncIsReadWheneverItIsPutThere() throws IOException {
        sync(
                "single",
                """
                from: { file: "%s/lists/leads.csv" }
                to: { crm: Leads, match: [email] }
                map: { lastname: Name, email: Mail, company: { value: Partner } }
                """);
        Path lists = Files.createDirectories(directory.resolve("lists"));
        Files.writeString(lists.resolve("other.csv"), "Name,Mail\nNobody,nobody@example.com\n");
        try (RunningApplication application = application()) {
            for (String name : List.of("Anna", "Berta")) {
                Files.writeString(lists.resolve("leads.csv"), "Name,Mail\n" + name + "," + name + "@example.com\n");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> names("Leads").contains(name));
                await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(lists.resolve("leads.csv")));
            }
            assertThat(names("Leads")).containsExactlyInAnyOrder("Anna", "Berta");
            assertThat(lists.resolve("other.csv")).exists();
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aRowBecomesARecordOfEachModule() throws IOException {
        sync(
                "both",
                """
                from: { file: "%s/in" }
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
        Map<String, String> fields = new HashMap<>(Map.of(
                "lastname", name, "company", "Partner", "email", name.toLowerCase(Locale.ROOT) + "@example.com"));
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

    private Path file(String... lines) throws IOException {
        return Files.write(Files.createTempFile(directory, "rows", ".csv"), List.of(lines));
    }
}
