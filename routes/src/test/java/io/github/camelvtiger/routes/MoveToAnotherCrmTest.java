package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of a CRM move to another one, with all that they refer to, and are kept in step there. */
class MoveToAnotherCrmTest extends SyncApplicationTestSupport {

    private static final Duration SOON = Duration.ofSeconds(60);

    private SimulatorServer other;

    @BeforeEach
    void startOther() {
        other = SimulatorServer.builder().seed("empty").start();
        // So that ids differ between the two.
        other.crm().create("Vendors", Map.of("vendorname", "Elsewhere"));
    }

    @AfterEach
    void stopOther() {
        other.close();
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        connect("other", other, settings);
        return settings;
    }

    @Test
    void aRunMovesRecordsWithTheirReferencesAndItems() throws IOException {
        sync(
                "move",
                """
                from: { crm: [Invoice, Contacts, Potentials, Products, Accounts], cron: 0 0 2 1 1 ? }
                to: { crm: same, connection: other }
                """);
        String child = crm.crm().create("Accounts", Map.of("accountname", "Müller & Söhne <Bau>"));
        String parent = crm.crm().create("Accounts", Map.of("accountname", "Holding"));
        crm.crm().revise(child, Map.of("account_id", parent));
        String chief = crm.crm().create("Contacts", Map.of("lastname", "Chief", "account_id", child));
        String ada = crm.crm()
                .create(
                        "Contacts",
                        Map.of("lastname", "Ada", "account_id", child, "contact_id", chief, "email", "a@x.de"));
        crm.crm().revise(chief, Map.of("contact_id", ada));
        crm.crm()
                .create(
                        "Potentials",
                        Map.of(
                                "potentialname",
                                "Deal",
                                "closingdate",
                                "2026-12-31",
                                "sales_stage",
                                "Prospecting",
                                "related_to",
                                parent));
        String product = crm.crm().create("Products", Map.of("productname", "Bolt", "unit_price", "2.5"));
        crm.crm()
                .create(
                        "Invoice",
                        Map.of(
                                "subject",
                                "Bolts",
                                "account_id",
                                child,
                                "bill_street",
                                "Weg 1",
                                "ship_street",
                                "Weg 1",
                                "productid",
                                product,
                                "hdnTaxType",
                                "group",
                                "LineItems",
                                List.of(Map.of(
                                        "productid",
                                        product,
                                        "quantity",
                                        "3",
                                        "listprice",
                                        "2.5",
                                        "comment",
                                        "shiny"))));
        try (RunningApplication application = application()) {
            assertThat(command(0, "plan", "move")).contains("7 created").contains("a new record of Accounts");
            assertThat(other.crm().records("Accounts")).isEmpty();

            String said = command(0, "run", "move");

            assertThat(said)
                    .contains("7 created")
                    .contains("compared: ")
                    .contains("Accounts 2 of 2", "Contacts 2 of 2", "Invoice 1 of 1")
                    .doesNotContain("different");
            String moved = id(other, "Accounts", "accountname", "Müller & Söhne <Bau>");
            assertThat(record(other, "Accounts", "accountname", "Müller & Söhne <Bau>"))
                    .containsEntry("account_id", id(other, "Accounts", "accountname", "Holding"));
            assertThat(record(other, "Contacts", "lastname", "Ada"))
                    .containsEntry("account_id", moved)
                    .containsEntry("contact_id", id(other, "Contacts", "lastname", "Chief"));
            assertThat(record(other, "Contacts", "lastname", "Chief"))
                    .containsEntry("contact_id", id(other, "Contacts", "lastname", "Ada"));
            assertThat(record(other, "Invoice", "subject", "Bolts")).containsEntry("account_id", moved);

            assertThat(record(other, "Products", "productname", "Bolt")).containsEntry("qtyinstock", "-3.000");

            String first = lastRun("move");
            assertThat(command(0, "run", "move")).contains("7 unchanged");
            assertThat(command(0, "undo", first)).contains("7 created ones deleted");
            assertThat(other.crm().records("Accounts")).isEmpty();
            assertThat(command(0, "run", "move")).contains("7 created");

            crm.crm().revise(chief, Map.of("email", "chief@x.de"));
            assertThat(command(0, "run", "move")).contains("1 updated, 6 unchanged");
            assertThat(command(0, "undo", lastRun("move"))).contains("1 field");
        }
    }

    @Test
    void referencesThatTheOtherCrmRefusesInTheSecondStepAreRejects() throws IOException {
        sync(
                "move",
                """
                from: { crm: Accounts, cron: 0 0 2 1 1 ? }
                to: { crm: same, connection: other }
                """);
        String child = crm.crm().create("Accounts", Map.of("accountname", "Child"));
        String sibling = crm.crm().create("Accounts", Map.of("accountname", "Sibling"));
        String parent = crm.crm().create("Accounts", Map.of("accountname", "Parent"));
        crm.crm().revise(child, Map.of("account_id", parent));
        crm.crm().revise(sibling, Map.of("account_id", parent));
        // Between the first step and the second another client deletes what the reference leads to.
        other.faults().onCall("revise", () -> other.crm().records("Accounts").stream()
                .filter(account -> account.get("accountname").equals("Parent"))
                .findFirst()
                .ifPresent(account -> other.crm().delete(account.get("id"))));
        try (RunningApplication application = application()) {
            assertThat(command(1, "run", "move"))
                    .contains("3 created", "2 rejected")
                    .doesNotContain("empty, since");

            String moved = id(other, "Accounts", "accountname", "Child");
            assertThat(command(0, "rejects", "move"))
                    .contains("Accounts " + child, "The record " + moved + " is there, without its account_id: ")
                    .contains("Accounts " + sibling);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void allModulesMoveWhenBothCrmsSayWhichThoseAre() throws Exception {
        sync(
                "move",
                """
                from: { crm: "*", exclude: [Emails], cron: 0 0 2 1 1 ? }
                to: { crm: same, connection: other }
                """);
        String acme = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        crm.crm().create("Contacts", Map.of("lastname", "Ada", "account_id", acme));
        crm.crm().create("Vendors", Map.of("vendorname", "Supplier"));
        other.stop();
        try (RunningApplication application = application()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(command(0, "status")).contains("Nothing moves yet: "));
            assertThat(command(1, "run", "move")).contains("The sync 'move' cannot begin: ");

            other.start();
            assertThat(command(0, "run", "move"))
                    .contains("3 created", "Accounts 1 of 1", "Vendors 1 of 1 (of 2 here)");

            assertThat(record(other, "Contacts", "lastname", "Ada"))
                    .containsEntry("account_id", id(other, "Accounts", "accountname", "Acme"));
            assertThat(command(0, "status")).contains("left out: ", "LineItem (its records come with their orders)");
            assertThat(command(0, "check", "move"))
                    .containsPattern("Reads .*Accounts.*Contacts")
                    .containsPattern("Left out: .*Users \\(its records are settings");
            assertThat(command(0, "run", "move")).contains("3 unchanged");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFeedOfAllModulesKeepsTheOtherCrmInStep() throws IOException {
        sync(
                "move",
                """
                from: { crm: "*" }
                to: { crm: same, connection: other }
                """);
        String acme = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        crm.crm().create("Contacts", Map.of("lastname", "Ada", "account_id", acme));
        try (RunningApplication application = application()) {
            await().atMost(SOON).untilAsserted(() -> assertThat(other.crm().records("Contacts"))
                    .hasSize(1));
            crm.crm().revise(acme, Map.of("phone", "1"));
            await().atMost(SOON).untilAsserted(() -> assertThat(record(other, "Accounts", "accountname", "Acme"))
                    .containsEntry("phone", "1"));
            assertThat(command(0, "status")).contains("left out: ");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void usersAreFoundByNameAndRecordsOfTheSameKeyAreTakenOver() throws IOException {
        sync(
                "move",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ? }
                to: { crm: same, connection: other, match: [email] }
                """);
        other.crm().revise("19x6", Map.of("user_name", "vertrieb"));
        String there = other.crm().create("Contacts", Map.of("lastname", "Old name", "email", "ADA@x.de"));
        other.crm().create("Contacts", Map.of("lastname", "Double", "email", "two@x.de"));
        other.crm().create("Contacts", Map.of("lastname", "Double", "email", "two@x.de"));
        crm.crm().create("Contacts", Map.of("lastname", "Ada", "email", "ada@x.de", "assigned_user_id", "19x5"));
        crm.crm().create("Contacts", Map.of("lastname", "Ada's twin", "email", "ada@x.de"));
        crm.crm().create("Contacts", Map.of("lastname", "Bea", "assigned_user_id", "19x6"));
        crm.crm().create("Contacts", Map.of("lastname", "Cleo", "assigned_user_id", "20x3"));
        crm.crm().create("Contacts", Map.of("lastname", "Two", "email", "two@x.de"));
        try (RunningApplication application = application()) {
            assertThat(command(0, "run", "move", "--allow-rejects"))
                    .contains("3 created, 1 updated", "1 rejected")
                    .contains(
                            "the other CRM has no user sales1 (1), whose records belong to the user of the connection");

            assertThat(other.crm().record(there).orElseThrow())
                    .containsEntry("lastname", "Ada")
                    .containsEntry("assigned_user_id", "19x5");
            assertThat(record(other, "Contacts", "lastname", "Ada's twin")).containsEntry("email", "ada@x.de");
            assertThat(record(other, "Contacts", "lastname", "Bea")).containsEntry("assigned_user_id", "19x1");
            assertThat(record(other, "Contacts", "lastname", "Cleo")).containsEntry("assigned_user_id", "20x3");
            assertThat(command(0, "rejects", "move")).contains("There are 2 records of Contacts with its email");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFeedMovesRecordsAndKeepsBothCrmsInStep() throws IOException {
        sync(
                "there",
                """
                from: { crm: [ModComments, Contacts, Accounts] }
                to: { crm: same, connection: other }
                deletions: true
                """);
        sync(
                "back",
                """
                from: { crm: [ModComments, Contacts, Accounts], connection: other }
                to: { crm: same }
                deletions: true
                start: now
                """);
        String acme = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        String ada = crm.crm().create("Contacts", Map.of("lastname", "Ada", "account_id", acme));
        crm.crm().create("ModComments", Map.of("commentcontent", "Called her.", "related_to", ada));
        try (RunningApplication application = application()) {
            await().atMost(SOON).untilAsserted(() -> assertThat(other.crm().records("ModComments"))
                    .hasSize(1));
            String moved = id(other, "Contacts", "lastname", "Ada");
            assertThat(record(other, "Contacts", "lastname", "Ada"))
                    .containsEntry("account_id", id(other, "Accounts", "accountname", "Acme"));
            assertThat(record(other, "ModComments", "commentcontent", "Called her."))
                    .containsEntry("related_to", moved);
            assertThat(command(0, "rejects", "there")).doesNotContain("Contacts");

            // A change in the new one, and a record that refers to one which came from the old one.
            other.crm().revise(moved, Map.of("email", "ada@x.de"));
            await().atMost(SOON).untilAsserted(() -> assertThat(record(crm, "Contacts", "lastname", "Ada"))
                    .containsEntry("email", "ada@x.de"));
            crm.crm().revise(ada, Map.of("phone", "1"));
            await().atMost(SOON).untilAsserted(() -> assertThat(record(other, "Contacts", "lastname", "Ada"))
                    .containsEntry("phone", "1"));
            other.crm().create("ModComments", Map.of("commentcontent", "She called back.", "related_to", moved));
            await().atMost(SOON).untilAsserted(() -> assertThat(crm.crm().records("ModComments"))
                    .extracting(comment -> comment.get("related_to"))
                    .containsExactly(ada, ada));
            assertThat(crm.crm().records("Contacts")).hasSize(1);
            assertThat(other.crm().records("Contacts")).hasSize(1);
            assertThat(other.crm().records("ModComments")).hasSize(2);

            crm.crm().delete(id(crm, "ModComments", "commentcontent", "Called her."));
            await().atMost(SOON).untilAsserted(() -> assertThat(other.crm().records("ModComments"))
                    .hasSize(1));
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void documentsBringTheirFilesAndRelationsAreAdded() throws IOException {
        // Since this release files can be fetched.
        crm.close();
        other.close();
        crm = SimulatorServer.builder().seed("empty").release("8.4.0").start();
        other = SimulatorServer.builder().seed("empty").release("8.4.0").start();
        sync(
                "move",
                """
                from: { crm: [Documents, Contacts, Campaigns], cron: 0 0 2 1 1 ?, files: true }
                to: { crm: same, connection: other }
                modules:
                  Contacts: { relations: [Documents, Campaigns] }
                """);
        String ada = crm.crm().create("Contacts", Map.of("lastname", "Ada"));
        String fair = crm.crm().create("Campaigns", Map.of("campaignname", "Fair", "closingdate", "2026-12-31"));
        crm.crm().create("Documents", Map.of("notes_title", "Nothing inside"));
        try (RunningApplication application = application()) {
            ProducerTemplate template = application.context().createProducerTemplate();
            String offer = upload(template, "Offer", "größe.php", "<?php // offer");
            relate(template, ada, offer);
            relate(template, ada, fair);

            assertThat(command(0, "run", "move"))
                    .contains("4 created", "Documents 2 of 2")
                    .doesNotContain("different", "left out");

            String document = id(other, "Documents", "notes_title", "Offer");
            assertThat(record(other, "Documents", "notes_title", "Offer"))
                    .containsEntry(
                            "filename",
                            record(crm, "Documents", "notes_title", "Offer").get("filename"));
            assertThat(template.requestBodyAndHeader(
                            "vtiger:download?connection=other", null, "CamelVtigerRecordId", document, String.class))
                    .isEqualTo("<?php // offer");
            String moved = id(other, "Contacts", "lastname", "Ada");
            assertThat(related(template, moved, "Documents")).containsExactly(document);
            assertThat(related(template, moved, "Campaigns"))
                    .containsExactly(id(other, "Campaigns", "campaignname", "Fair"));

            String first = lastRun("move");
            String sizes = record(other, "Documents", "notes_title", "Offer").get("modifiedtime");
            assertThat(command(0, "run", "move")).contains("4 unchanged");
            assertThat(record(other, "Documents", "notes_title", "Offer")).containsEntry("modifiedtime", sizes);
            // Files and relations change the times of records, which is not the work of another client.
            assertThat(command(0, "undo", first)).contains("4 created ones deleted");
        }
    }

    private static String upload(ProducerTemplate template, String title, String name, String content) {
        return template.request("vtiger:upload", exchange -> {
                    exchange.getMessage().setBody(content);
                    exchange.getMessage().setHeader("CamelFileName", name);
                    exchange.getMessage().setHeader("CamelVtigerTitle", title);
                })
                .getMessage()
                .getHeader("CamelVtigerRecordId", String.class);
    }

    private static void relate(ProducerTemplate template, String from, String to) {
        template.sendBodyAndHeaders(
                "vtiger:addRelated", null, Map.of("CamelVtigerRecordId", from, "CamelVtigerRelatedId", to));
    }

    private static List<Object> related(ProducerTemplate template, String id, String module) {
        List<?> rows = template.requestBodyAndHeaders(
                "vtiger:retrieveRelated?connection=other",
                null,
                Map.of("CamelVtigerRecordId", id, "CamelVtigerRelatedModule", module),
                List.class);
        return rows.stream().<Object>map(row -> ((Map<?, ?>) row).get("id")).toList();
    }

    static Map<String, String> record(SimulatorServer server, String module, String field, String value) {
        return server.crm().records(module).stream()
                .filter(record -> value.equals(record.get(field)))
                .findFirst()
                .orElseThrow();
    }

    static String id(SimulatorServer server, String module, String field, String value) {
        return record(server, module, field, value).get("id");
    }
}
