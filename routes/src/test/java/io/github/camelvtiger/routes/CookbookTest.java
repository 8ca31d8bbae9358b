package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sync files of the cookbook, all at once and as they are written there, with real counterparts. */
class CookbookTest {

    private static final Path PAGE = Path.of("../docs/cookbook.md");
    private static final long LONG_ENOUGH = 240;

    @TempDir
    private Path directory;

    private final ConcurrentLinkedQueue<String> subscribed = new ConcurrentLinkedQueue<>();

    @Test
    void eachSyncDoesWhatItSays() throws Exception {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Map<String, String> recipes = blocks("sync ([a-z-]+)", "yaml");
        assertThat(recipes).hasSize(10);
        for (Map.Entry<String, String> recipe : recipes.entrySet()) {
            Files.writeString(syncs.resolve(recipe.getKey() + ".yaml"), recipe.getValue());
        }
        HttpServer newsletter = newsletter();
        try (SimulatorServer crm =
                        SimulatorServer.builder().seed("empty").release("8.4.0").start();
                SimulatorServer moved = SimulatorServer.builder().seed("empty").start();
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ExternalBroker queues = ExternalBroker.start(Files.createDirectories(directory.resolve("broker")))) {
            KafkaBroker kafka = SharedKafka.get();
            kafka.createTopic("crm.search", 1);
            execute(postgres, blocks("table of ([a-z-]+)", "sql").get("web-leads"));
            execute(
                    postgres,
                    "insert into form_entries (nr, full_name, email) values (1, 'Ada Lovelace', 'ada@example.com')");
            prices();
            people();
            String acme = fill(crm);

            Map<String, String> settings = settings(crm, moved, postgres, queues, kafka);
            settings.put(
                    "newsletter.url",
                    "http://127.0.0.1:" + newsletter.getAddress().getPort() + "/subscribers");
            try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
                assertThat(application.await(LONG_ENOUGH))
                        .as(application.output())
                        .isZero();
            }

            backedUp(acme);
            assertThat(row(postgres, "select crm_status, crm_error from form_entries"))
                    .containsExactly("done", null);
            assertThat(names(crm, "Leads", "lastname")).containsExactly("Lovelace");
            String ticket = queues.receive("crm.tickets", message -> message.getBody(String.class));
            assertThat(ticket).contains("\"title\":\"Broken\"");
            assertThat(names(crm, "Products", "unit_price")).anyMatch(price -> price.startsWith("12.5"));
            assertThat(row(postgres, "select count(*), min(email) from contacts where lastname = 'Meier'"))
                    .satisfiesExactly(number -> assertThat(number).isEqualTo("1"), hash -> assertThat(hash)
                            .hasSize(64));
            assertThat(names(crm, "Contacts", "lastname")).contains("Meier", "Known");
            assertThat(subscribed).anyMatch(body -> body.contains("known@example.com"));
            assertThat(archived()).contains("\"LineItems\":[{", "\"account_id_label\":\"Acme\"");
            assertThat(names(moved, "Accounts", "accountname")).contains("Acme", "Meier GmbH");
            assertThat(kafka.readUntil(
                            "crm.search",
                            read -> read.stream()
                                            .anyMatch(record -> record.value().contains("\"Broken\""))
                                    && read.stream().anyMatch(record -> acme.equals(record.key()))))
                    .allMatch(record -> record.value().contains("\"" + record.key() + "\""));
        } finally {
            newsletter.stop(0);
        }
    }

    private Map<String, String> settings(
            SimulatorServer crm,
            SimulatorServer moved,
            EmbeddedPostgres postgres,
            ExternalBroker queues,
            KafkaBroker kafka) {
        Map<String, String> settings = new HashMap<>();
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "500");
        settings.put("syncs.minimum-age", "200ms");
        settings.put("export.enabled", "false");
        settings.put("tickets.enabled", "false");
        settings.put("once.minutes", "4");
        settings.put("broker.url", queues.url());
        settings.put("kafka.brokers", kafka.address());
        settings.put("newsletter.user", "crm");
        settings.put("newsletter.password", "secret");
        for (String source : List.of("website", "warehouse")) {
            settings.put("sql." + source + ".url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
            settings.put("sql." + source + ".username", "postgres");
            settings.put("sql." + source + ".password", "postgres");
        }
        SyncApplicationTestSupport.connect("new", moved, settings);
        return settings;
    }

    /** @return the id of an account to which the others belong */
    private static String fill(SimulatorServer crm) throws Exception {
        String acme = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        crm.crm().create("Contacts", Map.of("lastname", "Known", "email", "known@example.com", "account_id", acme));
        crm.crm()
                .create(
                        "HelpDesk",
                        Map.of("ticket_title", "Broken", "ticketstatus", "Open", "ticketpriorities", "High"));
        for (int i = 0; i < 10; i++) {
            crm.crm().create("Products", Map.of("productname", "Nut " + i, "productcode", "N-" + i));
        }
        String bolt =
                crm.crm().create("Products", Map.of("productname", "Bolt", "productcode", "B-1", "unit_price", "10"));
        VtigerComponent vtiger = new VtigerComponent();
        vtiger.getConfiguration().setUrl(crm.url());
        vtiger.getConfiguration().setUsername(crm.username());
        vtiger.getConfiguration().setAccessKey(crm.accessKey());
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addComponent("vtiger", vtiger);
            camel.start();
            camel.createFluentProducerTemplate()
                    .to("vtiger:upload")
                    .withHeader("CamelFileName", "offer.txt")
                    .withBody("One hundred bolts")
                    .request();
            camel.createFluentProducerTemplate()
                    .to("vtiger:create/Invoice")
                    .withBody(Map.of(
                            "subject", "Bolts",
                            "account_id", acme,
                            "invoicestatus", "Paid",
                            "bill_street", "Road 1",
                            "ship_street", "Road 1",
                            "productid", bolt,
                            "LineItems", List.of(Map.of("productid", bolt, "quantity", "1", "listprice", "10"))))
                    .request();
        }
        return acme;
    }

    private void prices() throws IOException {
        Path file =
                Files.createDirectories(directory.resolve("data/inbox/prices")).resolve("prices.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Prices");
            List<String> titles = List.of("Article", "Name", "Price");
            for (int column = 0; column < titles.size(); column++) {
                sheet.value(0, column, titles.get(column));
            }
            sheet.value(1, 0, "B-1");
            sheet.value(1, 1, "Bolt");
            sheet.value(1, 2, 12.5);
        }
    }

    private void people() throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("data/inbox/other-crm"))
                        .resolve("people.csv"),
                "Company;Branche;Last Name;First Name;E-Mail;Born;Owner\n"
                        + "Meier GmbH;Bau;Meier;Eva;eva@example.com;31.12.1980;admin\n");
    }

    private HttpServer newsletter() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        String wanted = "Basic " + Base64.getEncoder().encodeToString("crm:secret".getBytes(StandardCharsets.UTF_8));
        server.createContext("/subscribers", call -> {
            boolean known = wanted.equals(call.getRequestHeaders().getFirst("Authorization"));
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (known) {
                subscribed.add(body);
            } else {
                call.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"n\"");
            }
            call.sendResponseHeaders(known ? 204 : 401, -1);
            call.close();
        });
        server.start();
        return server;
    }

    private void backedUp(String account) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory.resolve("data/backup"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files)
                .anyMatch(file -> file.endsWith(Path.of("Accounts", account + ".json")))
                .anyMatch(file -> file.toString().contains("Documents")
                        && file.getFileName().toString().endsWith("offer.txt"));
    }

    private String archived() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/archive"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static List<String> names(SimulatorServer crm, String module, String field) {
        return crm.crm().records(module).stream()
                .map(record -> record.get(field))
                .toList();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> row(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getString(column));
            }
            return values;
        }
    }

    /** Blocks of the page by what their comments name. */
    private static Map<String, String> blocks(String comment, String language) throws IOException {
        Map<String, String> blocks = new HashMap<>();
        Pattern.compile("(?s)<!-- " + comment + " -->\\n```" + language + "\\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .forEach(block -> blocks.put(block.group(1), block.group(2)));
        return blocks;
    }
}
