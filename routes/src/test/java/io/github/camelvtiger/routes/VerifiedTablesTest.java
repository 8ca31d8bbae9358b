package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables are compared with their CRM: all that differs is named, and nothing that does not. */
class VerifiedTablesTest extends SyncApplicationTestSupport {

    /** More with {@code -Dverify.divergences=10000}. */
    private static final int DIVERGENCES = Integer.getInteger("verify.divergences", 400);

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
        settings.put("camel.component.vtiger.verify-delay", "1500");
        settings.put("poll.delay", "1000");
        return settings;
    }

    @Test
    void whatDiffersIsNamedAndPutRightAlsoWhileBothSidesMove() throws Exception {
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        List<String> contacts = contacts(DIVERGENCES + 200);
        List<String> still = contacts.subList(0, DIVERGENCES);
        List<String> edited = contacts.subList(DIVERGENCES, contacts.size());
        try (RunningApplication application = application()) {
            awaitRows("select count(*) from contacts", contacts.size());
            assertThat(command(0, "verify", "contacts"))
                    .contains("Contacts: of " + contacts.size() + " records none differs; verified until ");
            assertThat(command(0, "status")).contains("verified until ");
            assertThat(database.createQuery("select verified_until from _syncs where module = 'Contacts'")
                            .mapToMap()
                            .one()
                            .get("verified_until"))
                    .isNotNull();

            Set<String> planted = planted(still);
            AtomicBoolean moving = new AtomicBoolean(true);
            Thread edits = new Thread(() -> edit(edited, moving));
            edits.start();
            try {
                assertThat(named(command(1, "verify", "contacts"))).containsExactlyElementsOf(planted);
                String repaired = command(0, "verify", "contacts", "--repair");
                assertThat(named(repaired)).containsExactlyElementsOf(planted);
                assertThat(repaired).contains(planted.size() + " differ, " + planted.size() + " put right");
            } finally {
                moving.set(false);
                edits.join();
            }
            assertThat(application.context().isStarted()).isTrue();
            assertThat(named(command(0, "verify", "contacts"))).isEmpty();
            assertThat(command(0, "verify", "contacts", "--sample", "50")).contains("of 50 records none differs");
            assertThat(database.createQuery("select count(*) from contacts where lastname = 'Planted'")
                            .mapTo(Integer.class)
                            .one())
                    .isZero();
        }
    }

    @Test
    void ordersAreComparedWithTheirItems() throws Exception {
        sync("invoices", "from: { crm: Invoice, cron: 0 0 2 1 1 ? }\nto: { table: warehouse }\n");
        String product = crm.crm().create("Products", Map.of("productname", "Bolt"));
        String account = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        try (RunningApplication application = application()) {
            for (int i = 0; i < 3; i++) {
                application
                        .to("vtiger:create/Invoice")
                        .withBody(Map.of(
                                "subject",
                                "I" + i,
                                "account_id",
                                account,
                                "bill_street",
                                "Road 1",
                                "ship_street",
                                "Road 1",
                                "productid",
                                product,
                                "LineItems",
                                List.of(Map.of("productid", product, "quantity", "1", "listprice", "10"))))
                        .request(Map.class);
            }
            command(0, "run", "invoices");
            assertThat(command(0, "verify", "invoices")).contains("Invoice: of 3 records none differs");
            database.execute("update invoice_lineitems set quantity = 7 where _position = 1 and parent_id ="
                    + " (select min(parent_id) from invoice)");
            assertThat(command(1, "verify", "invoices")).contains(": LineItems").contains("of 3 records 1 differs");
            database.execute("insert into invoice_lineitems (id, parent_id, _position) values ('36x900', '7x900', 1)");
            assertThat(command(0, "verify", "invoices", "--repair")).contains("Invoice extra 7x900", "2 put right");
            assertThat(command(0, "verify", "invoices")).contains("of 3 records none differs");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void linkTablesAreComparedPairByPair() throws IOException {
        sync(
                "linked",
                "from: { crm: Contacts, relations: Products, cron: 0 0 2 1 1 ? }\nto: { table: warehouse, mode: history }\n");
        String anna = contacts(3).get(0);
        String bolt = crm.crm().create("Products", Map.of("productname", "Bolt"));
        try (RunningApplication application = application()) {
            application
                    .to("vtiger:addRelated")
                    .withHeader("CamelVtigerRecordId", anna)
                    .withHeader("CamelVtigerRelatedId", bolt)
                    .withHeader("CamelVtigerRelationLabel", "Products")
                    .send();
            command(0, "run", "linked");
            assertThat(command(0, "verify", "linked")).contains("of 3 records none differs");
            for (String planted : List.of(
                    "delete from contacts_products",
                    "insert into contacts_products (id, related_id) values ('" + anna + "', '14x900')")) {
                database.execute(planted);
                assertThat(named(command(1, "verify", "linked"))).containsExactly("changed " + anna + ": Products");
            }
            database.execute("insert into contacts_products (id, related_id) values ('12x900', '" + bolt + "')");
            assertThat(named(command(0, "verify", "linked", "--repair")))
                    .containsExactly("changed " + anna + ": Products", "extra 12x900");
            assertThat(database.createQuery("select id || related_id from contacts_products")
                            .mapTo(String.class)
                            .list())
                    .containsExactly(anna + bolt);
        }
    }

    @Test
    void rowsThatAreKeptOnPurposeAreNoDifference() throws IOException {
        sync("kept", "from: { crm: Contacts, cron: 0 0 2 1 1 ? }\nto: { table: warehouse }\ndeletions: false\n");
        String gone = contacts(2).get(0);
        try (RunningApplication application = application()) {
            command(0, "run", "kept");
            crm.crm().delete(gone);
            assertThat(command(0, "verify", "kept", "--repair")).contains("of 1 record none differs");
            assertThat(database.createQuery("select count(*) from contacts")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(2);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void onlyTablesAreRead() throws IOException {
        sync("files", "from: { crm: Contacts }\nto: { file: '%s/out' }\n");
        try (RunningApplication application = application()) {
            assertThat(command(2, "verify", "files")).contains("only tables are compared with their CRM");
            assertThat(command(2, "verify", "files", "--sample", "0")).contains("--sample is 0");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private List<String> contacts(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(crm.crm().create("Contacts", Map.of("lastname", "N" + i, "email", "n" + i + "@x.org")));
        }
        return ids;
    }

    /** Each kind in turn. */
    private Set<String> planted(List<String> ids) {
        Set<String> planted = new TreeSet<>(this::inOrderOfIds);
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            switch (i % 4) {
                case 0 -> {
                    database.execute("delete from contacts where id = ?", id);
                    planted.add("missing " + id);
                }
                case 1 -> {
                    database.execute("update contacts set lastname = 'Planted', phone = '7' where id = ?", id);
                    planted.add("changed " + id + ": phone, lastname");
                }
                case 2 -> {
                    database.execute("update contacts set _errors = '{}' where id = ?", id);
                    planted.add("changed " + id + ": _errors");
                }
                default -> {
                    String extra = id.substring(0, id.indexOf('x') + 1) + (900_000 + i);
                    database.execute(
                            "insert into contacts (id, lastname, modifiedtime) select ?, lastname, modifiedtime from contacts"
                                    + " where id = ?",
                            extra,
                            id);
                    planted.add("extra " + extra);
                }
            }
        }
        return planted;
    }

    private int inOrderOfIds(String one, String other) {
        return Integer.compare(number(one), number(other));
    }

    private static int number(String line) {
        return Integer.parseInt(line.replaceAll("^\\w+ \\d+x(\\d+).*", "$1"));
    }

    private void edit(List<String> ids, AtomicBoolean moving) {
        Random random = new Random(7);
        for (int i = 0; moving.get(); i++) {
            crm.crm().revise(ids.get(random.nextInt(ids.size())), Map.of("phone", "p" + i));
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static List<String> named(String output) {
        return output.lines()
                .filter(line -> line.startsWith("Contacts ") && line.contains("x"))
                .map(line -> line.substring("Contacts ".length()))
                .toList();
    }

    private void awaitRows(String count, int expected) {
        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> database.createQuery(count).mapTo(Integer.class).one() == expected);
    }
}
