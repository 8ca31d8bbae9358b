package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Syncs from a CRM into tables of a database, in an application that runs. */
class CrmIntoTablesTest extends SyncApplicationTestSupport {

    private final String url =
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    private Handle database;

    @BeforeEach
    void open() {
        database = Jdbi.create(url).open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("sql.warehouse.url", url);
        settings.put("syncs.retry-delay", "200");
        return settings;
    }

    @Test
    void aRowIsItsRecordAndGoesWithIt() throws IOException {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        String anna =
                crm.crm().create("Contacts", Map.of("lastname", "Anna", "birthday", "1990-04-05", "donotcall", "1"));
        String berta = crm.crm().create("Contacts", Map.of("lastname", "Berta"));
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", 2);
            assertThat(row("select * from contacts where id = '" + anna + "'"))
                    .containsEntry("lastname", "Anna")
                    .containsEntry("birthday", java.sql.Date.valueOf("1990-04-05"))
                    .containsEntry("donotcall", true)
                    .containsEntry("_errors", null);
            crm.crm().revise(anna, Map.of("lastname", "Antonia"));
            crm.crm().delete(berta);
            awaitRows("select count(*) from contacts where lastname = 'Antonia'", 1);
            awaitRows("select count(*) from contacts", 1);
            assertThat(row("select position_id from _syncs where module = 'Contacts'"))
                    .containsEntry("position_id", anna);
            assertThat(command(0, "status")).contains("contacts: ", "Contacts");
            // One page of the feed: what it brings is not read another time to fill the table.
            assertThat(crm.calls().stream().filter(call -> call.toString()
                            .toLowerCase(Locale.ROOT)
                            .contains("select * from contacts where id in (")))
                    .isEmpty();
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void allModulesHaveTablesAndOrdersBringTheirItems() throws IOException {
        sync("all", "from: { crm: \"*\", exclude: [Leads] }\nto: { table: warehouse, mode: soft }\n");
        String group = crm.crm().create("Groups", Map.of("groupname", "Night shift"));
        String bolt = crm.crm().create("Products", Map.of("productname", "Bolt"));
        try (RunningApplication application = application()) {
            Map<?, ?> invoice = application
                    .to("vtiger:create/Invoice")
                    .withBody(Map.of(
                            "subject",
                            "Bolts",
                            "account_id",
                            crm.crm().create("Accounts", Map.of("accountname", "ACME")),
                            "bill_street",
                            "Main Street",
                            "ship_street",
                            "Main Street",
                            "productid",
                            bolt,
                            "LineItems",
                            List.of(Map.of("productid", bolt, "quantity", "2", "listprice", "1.5"))))
                    .request(Map.class);
            awaitRows("select count(*) from invoice_lineitems where quantity = 2", 1);
            assertThat(row("select parent_id, _position, productid, listprice from invoice_lineitems"))
                    .containsEntry("parent_id", invoice.get("id"))
                    .containsEntry("_position", 1L)
                    .containsEntry("productid", bolt);
            awaitRows("select count(*) from groups where groupname = 'Night shift'", 1);
            awaitRows("select count(*) from users where user_name = 'admin'", 1);
            assertThat(row("select * from users fetch first row only").keySet())
                    .doesNotContain("accesskey", "user_password", "confirm_password");
            awaitRows("select count(*) from potentials", 0);
            assertThat(command(0, "status")).contains("left out: LineItem (its records come with their orders)");
        }
        crm.crm().delete(group);
        try (RunningApplication again = application()) {
            awaitRows("select count(*) from groups where groupname = 'Night shift' and _deleted is not null", 1);
            assertThat(again.context().isStarted()).isTrue();
        }
    }

    @Test
    void aFullExportBringsTheTableUpToDate() throws IOException {
        sync("nightly", "from: { crm: Contacts, cron: 0 0 2 1 1 ? }\nto: { table: warehouse }\n");
        String anna = crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        for (int number = 0; number < 120; number++) {
            crm.crm().create("Contacts", Map.of("lastname", "Person " + number));
        }
        try (RunningApplication application = application()) {
            assertThat(command(0, "run", "nightly")).contains("121 created");
            crm.crm().delete(anna);
            crm.crm().create("Contacts", Map.of("lastname", "Berta"));
            assertThat(command(0, "run", "nightly")).contains("121 created", "1 deleted");
            assertThat(number("select count(*) from contacts")).isEqualTo(121);
            assertThat(number("select count(*) from contacts where lastname = 'Anna'"))
                    .isZero();
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void whatATableLacksIsFilled() throws IOException {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        for (int number = 0; number < 120; number++) {
            crm.crm().create("Contacts", Map.of("lastname", "Person " + number, "email", number + "@example.com"));
        }
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", 120);
            assertThat(application.context().isStarted()).isTrue();
        }
        database.execute("alter table contacts drop column email");
        try (RunningApplication again = application()) {
            awaitRows("select count(*) from contacts where email like '%@example.com'", 120);
            awaitRows("select count(*) from _syncs where filling", 0);
            database.execute("alter table contacts drop column email");
            crm.crm().create("Contacts", Map.of("lastname", "Late", "email", "late@example.com"));
            awaitRows("select count(*) from contacts where email like '%@example.com'", 121);
            assertThat(again.context().isStarted()).isTrue();
        }
    }

    @Test
    void theNewestCanComeFirst() throws IOException {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse, order: newest }\n");
        String oldest = crm.crm().create("Contacts", Map.of("lastname", "Oldest"));
        for (int number = 0; number < 150; number++) {
            crm.crm().create("Contacts", Map.of("lastname", "Person " + number));
        }
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", 151);
            awaitRows("select count(*) from _syncs where filling", 0);
            crm.crm().create("Contacts", Map.of("lastname", "Newest"));
            crm.crm().delete(oldest);
            awaitRows("select count(*) from contacts where lastname = 'Newest'", 1);
            awaitRows("select count(*) from contacts where lastname = 'Oldest'", 0);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void relationsAreRowsOfALinkTable() throws IOException {
        sync("contacts", "from: { crm: Contacts, relations: Products }\nto: { table: warehouse, mode: history }\n");
        String anna = crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        String bolt = crm.crm().create("Products", Map.of("productname", "Bolt"));
        String nut = crm.crm().create("Products", Map.of("productname", "Nut"));
        try (RunningApplication application = application()) {
            relate(application, anna, bolt);
            relate(application, anna, nut);
            awaitRows("select count(*) from contacts_products where id = '" + anna + "'", 2);
            crm.crm().delete(anna);
            awaitRows("select count(*) from contacts_products", 0);
            awaitRows("select count(*) from contacts where valid_to is not null and lastname = 'Anna'", 1);
        }
    }

    @Test
    void aRowThatTheDatabaseRefusesIsRejectedAndTheOthersAreWritten() throws IOException {
        sync(
                "contacts",
                "from: { crm: Contacts }\nto: { table: warehouse, columns: { block: [phone], hash: [email] } }\n");
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", 1);
            database.execute("alter table contacts add constraint no_bad check (lastname <> 'Bad')");
            crm.crm().create("Contacts", Map.of("lastname", "Bad", "email", "bad@example.com", "phone", "555-0100"));
            crm.crm().create("Contacts", Map.of("lastname", "Berta"));
            awaitRows("select count(*) from contacts", 2);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(command(0, "rejects", "contacts", "--json"))
                            .contains("The database 'warehouse' refuses the row")
                            .doesNotContain("bad@example.com", "555-0100"));
            database.execute("alter table contacts drop constraint no_bad");
            command(0, "rejects", "contacts", "--retry");
            awaitRows("select count(*) from contacts where lastname = 'Bad'", 1);
            assertThat(command(0, "rejects", "contacts", "--json")).doesNotContain("refuses");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aRowThatIsRefusedBecauseOfAnotherOneIsTriedAgainByItself() throws IOException {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", 1);
            database.execute("create table allowed (lastname varchar(80) primary key)");
            database.execute("insert into allowed values ('Anna')");
            database.execute(
                    "alter table contacts add constraint is_allowed foreign key (lastname) references allowed");
            crm.crm().create("Contacts", Map.of("lastname", "Berta"));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "rejects", "contacts"))
                    .contains("it violates a constraint"));
            database.execute("insert into allowed values ('Berta')");
            awaitRows("select count(*) from contacts where lastname = 'Berta'", 1);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private static void relate(RunningApplication application, String id, String related) {
        application
                .to("vtiger:addRelated")
                .withHeader("CamelVtigerRecordId", id)
                .withHeader("CamelVtigerRelatedId", related)
                .withHeader("CamelVtigerRelationLabel", "Products")
                .send();
    }

    private void awaitRows(String count, int expected) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> number(count) == expected);
    }

    private int number(String query) {
        return database.createQuery(query).mapTo(Integer.class).one();
    }

    private Map<String, Object> row(String query) {
        return database.createQuery(query).mapToMap().one();
    }
}
