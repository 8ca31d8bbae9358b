package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Syncs from a CRM into another one, or into another module, in an application that runs. */
class CrmIntoCrmTest extends SyncApplicationTestSupport {

    private static final Duration SOON = Duration.ofSeconds(60);

    private SimulatorServer other;

    @BeforeEach
    void startOther() {
        other = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stopOther() {
        other.close();
    }

    @Test
    void aFeedKeepsTheRecordsOfAnotherCrmUpToDate() throws IOException {
        sync(
                "partner",
                """
                from: { crm: Contacts }
                to: { crm: Contacts, match: [email], connection: other }
                deletions: true
                map:
                  lastname: lastname
                  email: email
                  account_id: { from: account_id, reference: accountname }
                  assigned_user_id: { from: assigned_user_id, owner: true }
                """);
        // So that ids differ between the two.
        create(other, "Accounts", Map.of("accountname", "Elsewhere"));
        String there = create(other, "Accounts", Map.of("accountname", "Acme"));
        String acme = create(crm, "Accounts", Map.of("accountname", "Acme"));
        String lost = create(crm, "Accounts", Map.of("accountname", "Not there"));
        String anna = create(crm, "Contacts", contact("Anna", "account_id", acme));
        create(crm, "Contacts", contact("Berta", "account_id", lost));
        create(crm, "Contacts", Map.of("lastname", "Nobody"));
        try (RunningApplication application = application()) {
            awaitContacts(other, "Anna");
            assertThat(contacts(other).get(0)).containsEntry("account_id", there);
            await().atMost(SOON).untilAsserted(() -> assertThat(command(0, "rejects", "partner"))
                    .contains("there is no record of Accounts with accountname = 'Not there'")
                    .contains("The field email finds the record of a row again, and is empty"));
            assertThat(command(0, "status")).containsPattern("partner-\\d{8}-\\d{6} running .*Contacts, first load");

            crm.crm().revise(anna, Map.of("lastname", "Anna B."));
            awaitContacts(other, "Anna B.");
            create(other, "Accounts", Map.of("accountname", "Not there"));
            command(1, "rejects", "partner", "--retry");
            awaitContacts(other, "Anna B.", "Berta");

            crm.crm().delete(anna);
            awaitContacts(other, "Berta");
            String id = contacts(other).get(0).get("id");
            assertThat(command(0, "trace", id)).contains("create " + id + " of Contacts, written");
            assertThat(application.context().isStarted()).isTrue();
        }
        create(crm, "Contacts", contact("Cilly"));
        try (RunningApplication again = application()) {
            awaitContacts(other, "Berta", "Cilly");
            String cilly = contacts(other).stream()
                    .filter(record -> record.get("lastname").equals("Cilly"))
                    .map(record -> record.get("id"))
                    .findFirst()
                    .orElseThrow();
            assertThat(command(0, "undo", lastRun("partner"), "--record", cilly))
                    .contains("1 created ones deleted");
            awaitContacts(other, "Berta");
            assertThat(again.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFeedPausesAtItsLimitsUntilAPersonApproves() throws IOException {
        sync(
                "partner",
                """
                from: { crm: Contacts }
                to: { crm: Leads, match: [email] }
                map: { lastname: lastname, email: email, company: { value: Partner } }
                start: now
                limits: { changes: 2 }
                """);
        try (RunningApplication application = application()) {
            awaitCursor();
            for (String name : List.of("Anna", "Berta", "Cilly", "Dora")) {
                create(crm, "Contacts", contact(name));
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(command(0, "status"))
                    .contains("2 created", "paused, since limits allow 2 changes an hour")
                    .contains("'sync run partner --approve'"));
            assertThat(crm.crm().records("Leads")).hasSize(2);
            assertThat(health(application, "partner"))
                    .returns(HealthCheck.State.DOWN, HealthCheck.Result::getState)
                    .satisfies(result -> assertThat(result.getMessage())
                            .get()
                            .asString()
                            .startsWith("The sync partner is paused, since limits allow 2 changes an hour"));

            assertThat(command(2, "run", "partner")).contains("--approve");
            assertThat(command(0, "run", "partner", "--approve")).contains("approved", "whatever the limits");
            await().atMost(SOON).until(() -> crm.crm().records("Leads").size() == 4);
            assertThat(command(0, "status")).contains("Contacts, approved").doesNotContain("paused");
            assertThat(health(application, "partner").getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void twoSyncsThatWriteEachOthersSourceComeToRest() throws IOException {
        sync(
                "there",
                """
                from: { crm: Contacts }
                to: { crm: Contacts, match: [email], connection: other }
                map: { lastname: lastname, email: email, description: { simple: "${body[description]}>" } }
                """);
        sync(
                "back",
                """
                from: { crm: Contacts, connection: other }
                to: { crm: Contacts, match: [email] }
                map: { lastname: lastname, email: email, description: { simple: "${body[description]}<" } }
                """);
        String anna = create(crm, "Contacts", contact("Anna"));
        create(other, "Contacts", contact("Berta"));
        try (RunningApplication application = application()) {
            awaitContacts(crm, "Anna", "Berta");
            awaitContacts(other, "Anna", "Berta");
            crm.crm().revise(anna, Map.of("lastname", "Anna B.", "description", "a"));
            awaitContacts(other, "Anna B.", "Berta");
            long queries = queries(other);
            await().atMost(SOON).until(() -> queries(other) > queries + 20);
            assertThat(contacts(crm))
                    .extracting(record -> record.get("description"))
                    .contains("a");
            assertThat(contacts(other))
                    .extracting(record -> record.get("description"))
                    .contains("a>");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFullExportIsARunThatIsPlannedLimitedAndUndone() throws IOException {
        sync(
                "nightly",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ?, where: "lastname != 'Nobody'" }
                to: { crm: Contacts, match: [email], connection: other }
                map: { lastname: lastname, email: email }
                limits: { changes: 200 }
                """);
        for (int number = 0; number < 250; number++) {
            create(crm, "Contacts", contact("N" + number));
        }
        create(crm, "Contacts", contact("Nobody"));
        try (RunningApplication application = application()) {
            assertThat(command(0, "plan", "nightly")).contains("planned, nothing written: 250 created", "Contacts 12x");
            assertThat(command(3, "run", "nightly")).contains("stopped by a limit before its first write");
            assertThat(health(application, "nightly").getMessage())
                    .get()
                    .asString()
                    .startsWith("The sync nightly was stopped by its limits in its last run, nightly-");
            assertThat(contacts(other)).isEmpty();
            String out = command(0, "plan", "nightly", "--rows", "1");
            String plan = out.substring(out.lastIndexOf("--plan ") + 7).strip();
            create(crm, "Contacts", contact("Later"));
            assertThat(command(0, "run", "nightly", "--plan", plan)).contains("250 created");
            assertThat(command(2, "run", "nightly", "--plan", plan)).contains("are not kept any more");
            assertThat(command(0, "run", "nightly")).contains("1 created, 250 unchanged");
            assertThat(contacts(other)).hasSize(251);
            assertThat(command(0, "undo", lastRun("nightly"))).contains("1");
            assertThat(contacts(other)).hasSize(250);
            try (var kept = Files.list(directory.resolve("store/plans"))) {
                assertThat(kept.filter(file -> file.toString().endsWith(".records.jsonl")))
                        .isEmpty();
            }
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private static HealthCheck.Result health(RunningApplication application, String sync) {
        return HealthCheckRegistry.get(application.context())
                .getCheck("sync:" + sync)
                .orElseThrow()
                .callReadiness();
    }

    private static Map<String, String> contact(String name, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("lastname", name, "email", name + "@example.com"));
        for (int index = 0; index < more.length; index += 2) {
            fields.put(more[index], more[index + 1]);
        }
        return fields;
    }

    private void awaitContacts(SimulatorServer crm, String... names) {
        await().atMost(SOON).untilAsserted(() -> assertThat(contacts(crm))
                .extracting(record -> record.get("lastname"))
                .containsExactlyInAnyOrder(names));
    }

    private static List<Map<String, String>> contacts(SimulatorServer crm) {
        return crm.crm().records("Contacts");
    }

    /** From then on changes are delivered. */
    private void awaitCursor() {
        FileCursorStore cursors = new FileCursorStore(directory.resolve("cursors"));
        await().atMost(SOON)
                .until(() -> cursors.nameOf("sync::partner:Contacts").isPresent());
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        connect("other", other, settings);
        return settings;
    }

    private static String create(SimulatorServer crm, String module, Map<String, String> fields) {
        return crm.crm().create(module, fields);
    }
}
