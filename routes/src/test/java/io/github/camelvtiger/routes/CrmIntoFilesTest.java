package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.remote.CommandClient;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Syncs whose source is a CRM and whose target are files, in an application that runs. */
class CrmIntoFilesTest extends SyncApplicationTestSupport {

    private static final Format ANY = new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty());

    @Test
    void aFeedKeepsAFileForEachRecordAndAddsEachStateToThatOfTheDay() throws IOException {
        sync("each", "from: { crm: Contacts }\nto: { file: '%s/each', name: '{id}.json' }\ndeletions: true\n");
        sync(
                "daily",
                """
                from: { crm: Contacts }
                to: { file: '%s/daily', name: '{module}-{day}.csv' }
                deletions: true
                map: { Nr: id, Name: lastname, Born: { from: birthday, date: dd.MM.yyyy } }
                skip: "${body[lastname]} == 'Nobody'"
                """);
        String anna = create("Contacts", Map.of("lastname", "Anna", "birthday", "1990-04-05"));
        create("Contacts", Map.of("lastname", "Nobody"));
        String berta;
        try (RunningApplication application = application()) {
            awaitLines("daily", ",Name,Born,_event", anna + ",Anna,05.04.1990,created");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Json.object(directory.resolve("each/" + anna + ".json")))
                            .containsEntry("lastname", "Anna")
                            .containsEntry("birthday", "1990-04-05"));
            crm.crm().revise(anna, Map.of("lastname", "Anna B."));
            awaitLines("daily", anna + ",Anna B.,05.04.1990,updated");
            crm.crm().delete(anna);
            awaitLines("daily", anna + ",,,deleted");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !Files.exists(directory.resolve("each/" + anna + ".json")));
            assertThat(command(2, "run", "daily")).contains("follows changes by itself");
            assertThat(application.context().isStarted()).isTrue();
            berta = create("Contacts", Map.of("lastname", "Berta"));
        }
        try (RunningApplication again = application()) {
            awaitLines("daily", berta + ",Berta,,created");
            assertThat(command(0, "status"))
                    .containsPattern("daily: daily-\\d{8}-\\d{6} running since .*, Contacts: \\d created")
                    .contains("each: each-", "level with the CRM, read up to ");
            assertThat(command(0, "status", "--json"))
                    .contains("\"feeds\":[{\"module\":\"Contacts\",\"lagSeconds\":0,\"readUpTo\":\"");
            assertThat(again.context().isStarted()).isTrue();
        }
        assertThat(lines("daily")).as("nothing was written twice").doesNotHaveDuplicates();
    }

    @Test
    void anExportIsOneFileForARun() throws IOException {
        sync(
                "nightly",
                """
                from: { crm: [Contacts, Invoice], cron: 0 0 2 1 1 ? }
                to: { file: '%s/nightly', name: '{module}-{run}.xlsx', header: labels }
                modules: { Contacts: { where: "lastname != 'Nobody'" } }
                """);
        sync(
                "odd",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ? }
                to: { file: '%s/odd', name: 'all.jsonl' }
                map: { name: lastname, day: { from: description, date: dd.MM.yyyy } }
                """);
        for (int number = 0; number < 250; number++) {
            create("Contacts", Map.of("lastname", "N" + number, "description", number == 7 ? "soon" : "2026-01-31"));
        }
        create("Contacts", Map.of("lastname", "Nobody", "description", "2026-01-31"));
        try (RunningApplication application = application()) {
            List<String> seen = new ArrayList<>();
            assertThat(CommandClient.give(
                            directory.resolve("store").resolve("commands.json"),
                            Path.of("").toAbsolutePath(),
                            new PrintWriter(Writer.nullWriter()),
                            new PrintWriter(Writer.nullWriter()),
                            (doing, done, total) -> seen.add(doing + " " + done + "/" + total),
                            "run",
                            "nightly"))
                    .hasValue(0);
            assertThat(seen).contains("exported 0/250", "exported 200/250");
            assertThat(command(0, "status")).containsPattern("nightly: .* done .*Contacts, Invoice: 250 created");
            Path written = only("nightly", "Contacts");
            List<Row> rows = rows(written);
            assertThat(rows).hasSize(250);
            assertThat(rows.get(0).cells()).containsEntry("Last Name", "N0");
            assertThat(rows(only("nightly", "Invoice"))).isEmpty();

            assertThat(command(1, "run", "odd")).contains("250 created, 1 rejected");
            assertThat(command(0, "rejects", "odd")).contains("Contacts 12x", "is not a time");
            assertThat(Files.readAllLines(directory.resolve("odd/all.jsonl")))
                    .hasSize(250)
                    .startsWith("{\"name\":\"N0\",\"day\":\"31.01.2026\"}");
            assertThat(command(2, "plan", "odd", "leads.csv")).contains("reads a CRM, and no file");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aRecordThatAFileCouldNotHoldIsWrittenByTheNextChangeOrByAPerson() throws IOException {
        sync(
                "days",
                """
                from: { crm: Contacts }
                to: { file: '%s/days', name: '{day}.jsonl' }
                map: { name: lastname, day: { from: description, date: dd.MM.yyyy } }
                """);
        sync(
                "each",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ? }
                to: { file: '%s/each', name: '{id}.json' }
                map: { name: lastname, day: { from: description, date: dd.MM.yyyy } }
                """);
        sync(
                "whole",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ? }
                to: { file: '%s/whole', name: 'all.jsonl' }
                map: { name: lastname, day: { from: description, date: dd.MM.yyyy } }
                """);
        String anna = create("Contacts", Map.of("lastname", "Anna", "description", "soon"));
        String berta = create("Contacts", Map.of("lastname", "Berta", "description", "soon"));
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "rejects", "days"))
                    .contains("Contacts " + anna, "Contacts " + berta));
            assertThat(command(1, "run", "each")).contains("2 rejected");
            assertThat(command(1, "run", "whole")).contains("2 rejected");
            assertThat(command(1, "run", "whole")).contains("2 rejected");
            assertThat(command(0, "rejects", "whole"))
                    .as("those of the last export")
                    .contains("2 rows wait");

            crm.crm().revise(anna, Map.of("description", "2026-01-31"));
            awaitLines("days", "{\"name\":\"Anna\",\"day\":\"31.01.2026\"}");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "rejects", "days"))
                    .doesNotContain(anna)
                    .contains(berta));
            assertThat(command(1, "rejects", "days", "--retry")).contains("1 rejected");
            assertThat(command(0, "rejects", "days")).contains("tried 2 times, waits for a person");

            assertThat(command(1, "rejects", "each", "--retry")).contains("1 updated, 1 rejected");
            assertThat(Json.object(directory.resolve("each/" + anna + ".json"))).containsEntry("day", "31.01.2026");
            crm.crm().delete(berta);
            assertThat(command(0, "run", "whole")).contains("1 created");
            assertThat(command(0, "rejects", "each", "--retry")).contains("1 skipped");
            assertThat(command(0, "rejects", "each")).contains("No row of each waits");
            assertThat(command(0, "rejects", "whole")).contains("No row of whole waits");
            assertThat(command(2, "rejects", "whole", "--retry"))
                    .contains("are written whole; 'sync run whole' exports all records again");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void labelsOfReferencesAreAdded() throws IOException {
        sync(
                "names",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ? }
                to: { file: '%s/names', name: 'all.jsonl' }
                map: { name: lastname, account: account_id_label, owner: assigned_user_id_label }
                names: true
                """);
        sync("feed", "from: { crm: Contacts }\nto: { file: '%s/feed', name: '{id}.json' }\nnames: true\n");
        String acme = create("Accounts", Map.of("accountname", "Acme"));
        String anna = create("Contacts", Map.of("lastname", "Anna", "account_id", acme));
        create("Contacts", Map.of("lastname", "Berta"));
        try (RunningApplication application = application()) {
            assertThat(command(0, "run", "names")).contains("2 created");
            assertThat(Files.readAllLines(directory.resolve("names/all.jsonl")))
                    .hasSize(2)
                    .anyMatch(line -> line.matches("\\{\"name\":\"Anna\",\"account\":\"Acme\",\"owner\":\"\\S.*\"}"))
                    .anyMatch(line -> line.matches("\\{\"name\":\"Berta\",\"account\":\"\",\"owner\":\"\\S.*\"}"));
            await().ignoreExceptions().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            Json.object(directory.resolve("feed/" + anna + ".json")))
                    .containsEntry("account_id", acme)
                    .containsEntry("account_id_label", "Acme"));
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void filesOfDocumentsLieBesideTheirRecords() throws Exception {
        crm.close();
        crm = SimulatorServer.builder().seed("empty").release("8.4.0").start();
        sync(
                "with",
                "from: { crm: Documents, cron: 0 0 2 1 1 ?, files: true }\nto: { file: '%s/with', name: '{id}.json' }\n");
        sync("without", "from: { crm: Documents, cron: 0 0 2 1 1 ? }\nto: { file: '%s/without', name: 'all.csv' }\n");
        sync(
                "feed",
                "from: { crm: Documents, files: true }\nto: { file: '%s/feed', name: '{id}.json' }\ndeletions: true\n");
        try (RunningApplication application = application()) {
            String id = uploaded(application);
            create(
                    "Documents",
                    Map.of(
                            "notes_title",
                            "elsewhere",
                            "filelocationtype",
                            "E",
                            "filename",
                            "http://example.com/a.pdf"));

            assertThat(command(0, "run", "with"))
                    .contains("2 created")
                    .doesNotContain("files of Documents are left out");
            assertThat(Json.object(directory.resolve("with/" + id + ".json")))
                    .hasEntrySatisfying("_file", name -> assertThat(
                                    directory.resolve("with").resolve(name.toString()))
                            .hasContent("One hundred bolts"));
            assertThat(files("with")).hasSize(3);
            assertThat(command(0, "run", "without"))
                    .contains("2 created; the files of Documents are left out; 'files: true' copies them");
            await().atMost(Duration.ofSeconds(60)).until(() -> files("feed").size() == 3);
            crm.crm().delete(id);
            await().atMost(Duration.ofSeconds(60)).until(() -> files("feed").size() == 1);
        }
    }

    /** Vtiger before 8.4 on PHP 8. */
    @Test
    void filesThatTheCrmDoesNotHandOutAreCountedIfTheyAreOptional() throws Exception {
        sync(
                "must",
                "from: { crm: Documents, cron: 0 0 2 1 1 ?, files: true }\nto: { file: '%s/must', name: all.csv }\n");
        sync(
                "may",
                "from: { crm: Documents, cron: 0 0 2 1 1 ?, files: optional }\nto: { file: '%s/may', name: all.csv }\n");
        try (RunningApplication application = application()) {
            uploaded(application);

            assertThat(command(1, "run", "must"))
                    .contains("The CRM does not hand out the file of 15x", "an administrator can", "'files: optional'");
            assertThat(command(0, "run", "may")).contains("1 created; the CRM did not hand out one file of Documents");
        }
    }

    private static String uploaded(RunningApplication application) {
        return application
                .to("vtiger:upload")
                .withHeader("CamelFileName", "an offer.txt")
                .withBody("One hundred bolts")
                .send()
                .getMessage()
                .getHeader("CamelVtigerRecordId", String.class);
    }

    @Test
    void whatCannotBeWrittenFailsTheExportAndHoldsTheFeed() throws Exception {
        sync("nightly", "from: { crm: Contacts, cron: 0 0 2 1 1 ? }\nto: { file: '%s/nightly', name: 'all.csv' }\n");
        sync("daily", "from: { crm: Contacts }\nto: { file: '%s/daily', name: '{day}.jsonl' }\n");
        String anna = create("Contacts", Map.of("lastname", "Anna"));
        Path nightly = Files.writeString(directory.resolve("nightly"), "not a directory");
        Path daily = Files.writeString(directory.resolve("daily"), "not a directory");
        try (RunningApplication application = application()) {
            assertThat(command(1, "run", "nightly")).contains("failed after no rows; ", nightly.toString());
            long polls = queries(crm);
            await().atMost(Duration.ofSeconds(60)).until(() -> queries(crm) > polls + 10);
            assertThat(command(0, "status"))
                    .containsPattern("daily: daily-\\d{8}-\\d{6} running since .*, Contacts: no rows");

            Files.delete(nightly);
            Files.delete(daily);
            assertThat(command(0, "run", "nightly")).contains("1 created");
            awaitLines("daily", "\"id\":\"" + anna + "\"}");
            assertThat(lines("daily")).hasSize(1);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFeedThatComesAfterAnExportBeginsWhenThatWasDone() throws IOException {
        sync("accounts", "from: { crm: Accounts, cron: 0 0 2 1 1 ? }\nto: { file: '%s/accounts' }\n");
        sync("people", "after: accounts\nfrom: { crm: Contacts }\nto: { file: '%s/people', name: '{id}.json' }\n");
        String anna = create("Contacts", Map.of("lastname", "Anna"));
        try (RunningApplication application = application()) {
            assertThat(command(0, "status"))
                    .contains("people: never run; It waits for the sync accounts, which has not");
            assertThat(directory.resolve("people")).doesNotExist();

            command(0, "run", "accounts");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(directory.resolve("people/" + anna + ".json")));
            assertThat(command(0, "status")).doesNotContain("waits for");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private String create(String module, Map<String, String> fields) {
        return crm.crm().create(module, fields);
    }

    private void awaitLines(String sync, String... endings) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (String ending : endings) {
                assertThat(lines(sync)).anyMatch(line -> line.endsWith(ending));
            }
        });
    }

    private List<String> lines(String sync) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(sync)) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private List<Path> files(String sync) throws IOException {
        if (!Files.exists(directory.resolve(sync))) {
            return List.of();
        }
        try (var files = Files.list(directory.resolve(sync))) {
            return files.toList();
        }
    }

    private Path only(String sync, String start) throws IOException {
        List<Path> found = files(sync).stream()
                .filter(file -> file.getFileName().toString().startsWith(start))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = Rows.open(file, ANY)) {
            while (reader.hasNext()) {
                rows.add(reader.next());
            }
        }
        return rows;
    }
}
