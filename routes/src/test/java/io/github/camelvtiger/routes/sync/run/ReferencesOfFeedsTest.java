package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.Intent;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;

/** What feeds and messages refer to is created as rows of files have it created: once, within limits, and undone with their runs. */
class ReferencesOfFeedsTest extends SyncTestSupport {

    private static final String MAP =
            """
            map:
              lastname: lastname
              email: email
              account_id: { from: COMPANY, reference: accountname, create: true }
            """;

    private SyncDefinition sync(String ends, String company) throws Exception {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("people.yaml"), ends + MAP.replace("COMPANY", company));
        syncs.bySyncFile = true;
        SyncFiles read = SyncFiles.read(files, UnaryOperator.identity());
        assertThat(read.faults()).isEmpty();
        return read.files().get(0).definition();
    }

    private void takeMessages(String limits) throws Exception {
        syncs.addMessages(
                sync("from: { uri: 'direct:people' }\nto: { crm: Contacts, match: [email] }\n" + limits, "firm"));
    }

    private String send(String name, String firm) {
        return syncs.context
                .createProducerTemplate()
                .requestBody(
                        "direct:people",
                        "{\"lastname\": \"%s\", \"email\": \"%s@example.com\", \"firm\": \"%s\"}"
                                .formatted(name, name.toLowerCase(Locale.ROOT), firm),
                        String.class);
    }

    private List<String> accounts() {
        return server.crm().records("Accounts").stream()
                .map(account -> account.get("accountname"))
                .toList();
    }

    private Run hour() {
        return syncs.store.runs().last("people", Run.Kind.FEED).orElseThrow();
    }

    @Test
    void messagesCreateEachOnceAndTheirHourIsUndone() throws Exception {
        server.crm().create("Accounts", Map.of("accountname", "Old Ltd"));
        takeMessages("");

        send("Ahrens", "Acme");
        send("Berg", "ACME");
        send("Cohn", "old ltd");

        assertThat(accounts()).containsExactlyInAnyOrder("Old Ltd", "Acme");
        assertThat(hour().counts().created()).isEqualTo(4);
        RunUndo undo = syncs.undo(hour().id());
        undo.apply(undo.plan());
        assertThat(accounts()).containsExactly("Old Ltd");
        assertThat(server.crm().count("Contacts")).isZero();
    }

    @Test
    void limitsCountThemAndAMessageWaitsWhoseRecordTheyDoNotAllow() throws Exception {
        takeMessages("limits: { changes: 3 }\n");
        send("Ahrens", "Acme");
        send("Berg", "Acme");

        assertThatThrownBy(() -> send("Cohn", "Bolts"))
                .isInstanceOf(CamelExecutionException.class)
                .rootCause()
                .hasMessageContaining("limits allow 3 changes an hour");

        assertThat(accounts()).containsExactly("Acme");
        assertThat(server.crm().count("Contacts")).isEqualTo(2);
        assertThat(syncs.store.rejects().open("people")).isEmpty();
    }

    @Test
    void oneThatAKilledProcessWasAboutToCreateIsWaitedForAndCounted() throws Exception {
        takeMessages("");
        Run killed =
                syncs.store.runs().begin("other", Run.Kind.FEED, "", "", "", server.url() + " as " + server.username());
        syncs.store
                .journal()
                .intend(new Intent(
                        killed.id(),
                        0,
                        "message 1, to which it refers",
                        null,
                        JournalledWrite.Kind.CREATE,
                        "Accounts",
                        null,
                        Map.of(),
                        Map.of("accountname", "Acme"),
                        Map.of()));
        Thread save = new Thread(() -> {
            await().atMost(Duration.ofMinutes(1)).until(() -> server.calls().stream()
                    .anyMatch(call -> call.toString().contains("Acme")));
            server.crm().create("Accounts", Map.of("accountname", "Acme"));
        });
        save.start();

        send("Ahrens", "Acme");

        save.join();
        assertThat(accounts()).containsExactly("Acme");
        assertThat(syncs.store.runs().find(killed.id()).orElseThrow().counts().created())
                .isEqualTo(1);
        assertThat(syncs.store.journal().touching("Acme")).singleElement().satisfies(write -> {
            assertThat(write.state()).isEqualTo(JournalledWrite.State.WRITTEN);
            assertThat(write.recordId()).isPresent();
        });
    }

    @Test
    void aFeedCreatesThemAsItsRecordsCome() throws Exception {
        SyncDefinition feed = sync("from: { crm: Leads }\nto: { crm: Contacts, match: [email] }\n", "company");
        server.crm().create("Leads", Map.of("lastname", "Ahrens", "email", "a@example.com", "company", "Acme"));
        server.crm().create("Leads", Map.of("lastname", "Berg", "email", "b@example.com", "company", "acme"));
        syncs.addFeeds(feed, directory.resolve("cursors"));

        await().atMost(Duration.ofMinutes(1)).until(() -> server.crm().count("Contacts") == 2);

        assertThat(accounts()).containsExactly("Acme");
        Run load = syncs.store.runs().last("people", Run.Kind.LOAD).orElseThrow();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(syncs.store
                        .runs()
                        .find(load.id())
                        .orElseThrow()
                        .counts()
                        .created())
                .isEqualTo(3));
    }

    @Test
    void rowsOfATableCreateThemAndAreTakenBack() throws Exception {
        SyncDefinition rows =
                sync("from: { table: staging, name: people }\nto: { crm: Contacts, match: [email] }\n", "firm");
        try (Connection connection = syncs.databases.get("staging").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table people (nr int primary key, lastname varchar(50), email varchar(50),"
                    + " firm varchar(50), _status varchar(20), _id varchar(20), _error varchar(1000))");
            statement.execute(
                    "insert into people (nr, lastname, email, firm) values (1, 'Ahrens', 'a@example.com', 'Acme'),"
                            + " (2, 'Berg', 'b@example.com', 'acme')");
        }
        syncs.addRows(rows);

        Run run = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> syncs.store.runs().last("people").filter(each -> each.state() == Run.State.DONE),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(run.counts().created()).isEqualTo(3);
        assertThat(accounts()).containsExactly("Acme");
        RunUndo undo = syncs.undo(run.id());
        undo.apply(undo.plan());
        assertThat(accounts()).isEmpty();
    }
}
