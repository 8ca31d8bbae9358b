package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.sync.command.SyncCommand;
import io.github.camelvtiger.routes.sync.command.SyncDirectory;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

/** Routes that {@code sync eject} wrote, and that a person owns: the application runs the sync by them, and by no others. */
class EjectedSyncsTest extends SyncApplicationTestSupport {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void eachKindOfSyncWorksByItsEjectedRoutes() throws Exception {
        sync(
                "rows",
                """
                from: { file: "{{data.directory}}/inbox" }
                to: { crm: Leads, match: [email] }
                map: { lastname: Name, email: Mail, company: { value: Partner } }
                """);
        sync("each", "from: { crm: Contacts }\nto: { file: '%s/each', name: '{id}.json' }\ndeletions: true\n");
        sync(
                "nightly",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ?, where: "lastname != 'No \\"body\\" & co +1%'" }
                to: { file: '%s/nightly', name: 'all.jsonl' }
                """);
        sync(
                "follows",
                """
                from: { crm: Contacts, where: "lastname != 'No \\"body\\" & co +1%'" }
                to: { crm: Vendors, match: [vendorname], connection: other }
                map: { vendorname: lastname }
                """);
        sync(
                "copies",
                """
                from: { crm: Contacts, cron: 0 0 2 1 1 ? }
                to: { crm: Accounts, match: [accountname] }
                map: { accountname: lastname }
                """);
        sync("staged", "from: { table: staging, name: things }\nto: { crm: Products }\nmap: { productname: thing }\n");
        sync(
                "sends",
                "from: { crm: Contacts }\nto: { uri: 'jms:queue:sent?timeToLive={{poll.minimum}}000' }\nstart: beginning\n");
        sync("takes", "from: { uri: 'direct:taken', deadLetter: 'jms:queue:dead' }\nto: { crm: HelpDesk }\n");
        sync("mirrored", "from: { crm: Contacts }\nto: { table: staging }\n");
        for (String sync :
                List.of("rows", "each", "sends", "takes", "nightly", "follows", "copies", "staged", "mirrored")) {
            own(sync);
        }
        staging("create table things (nr int primary key, thing varchar(50), _status varchar(9), _id varchar(9),"
                + " _error varchar(99))");
        staging("insert into things (nr, thing) values (1, 'Bolt')");
        String anna = create("Anna");
        create("No \"body\" & co +1%");
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(inbox.resolve("leads.csv"), "Name,Mail\nAhrens,ahrens@example.com\nBerg,\n");
        try (RunningApplication application = application()) {
            assertThat(definitions(application.context()))
                    .as("the application makes no routes of its own beside them")
                    .isNotEmpty()
                    .allSatisfy(route -> assertThat(route.getTemplateParameters())
                            .as(route.getId())
                            .isNull());

            await().atMost(SOON).until(() -> names("Leads", "lastname").equals(List.of("Ahrens")));
            await().atMost(SOON).untilAsserted(() -> assertThat(command(0, "rejects", "rows"))
                    .contains("line 3"));
            await().atMost(SOON).until(() -> Files.exists(directory.resolve("each/" + anna + ".json")));
            await().atMost(SOON).until(() -> names("Vendors", "vendorname").equals(List.of("Anna")));
            await().atMost(SOON).until(() -> names("Products", "productname").equals(List.of("Bolt")));
            await().atMost(SOON).until(() -> mirroredContacts() == 2);
            assertThat(application
                            .to("direct:taken")
                            .withBody(Map.of("ticket_title", "Odd", "ticketstatus", "Open", "ticketpriorities", "Low"))
                            .request(String.class))
                    .contains("\"outcome\":\"created\"");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(command(0, "status")).containsPattern("sends: .*2 created"));
            assertThat(command(0, "run", "nightly")).contains("1 created");
            assertThat(command(0, "plan", "copies")).contains("2 created");
            assertThat(command(0, "run", "copies")).contains("2 created");
            assertThat(names("Accounts", "accountname")).contains("Anna");
            assertThat(command(0, "undo", lastRun("copies"))).contains("2 created ones deleted");

            crm.crm().delete(anna);
            await().atMost(SOON).until(() -> !Files.exists(directory.resolve("each/" + anna + ".json")));
        }
    }

    @Test
    void routesThatAreOwnedMayBeChangedAndCannotBreakOtherSyncs() throws Exception {
        sync("off", "from: { crm: Contacts }\nto: { file: '%s/off', name: '{id}.json' }\nenabled: false\n");
        sync("broken", "from: { crm: Contacts }\nto: { file: '%s/broken', name: '{id}.json' }\n");
        sync(
                "headless",
                "from: { file: '%s/in' }\nto: { crm: Leads }\nmap: { lastname: Name, company: { value: Partner } }\n");
        sync("changed", "from: { crm: Contacts }\nto: { file: '%s/changed', name: '{id}.json' }\n");
        own("off");
        Files.writeString(syncs.resolve("broken.routes.yaml"), "- route:\n    frm: timer\n");
        Files.writeString(
                syncs.resolve("headless.routes.yaml"),
                "- route:\n    id: mine\n    from:\n      uri: direct:mine\n      steps:\n        - stop: {}\n");
        Files.writeString(
                syncs.resolve("changed.routes.yaml"),
                own("changed").replace("      steps:\n", "      steps:\n        - to:\n            uri: log:mine\n"));
        String anna = create("Anna");
        try (RunningApplication application = application()) {
            await().atMost(SOON).until(() -> Files.exists(directory.resolve("changed/" + anna + ".json")));
            assertThat(application.context().hasEndpoint("log:mine")).isNotNull();
            assertThat(application.context().getRoutes())
                    .extracting(Route::getRouteId)
                    .contains("sync-changed-Contacts")
                    .doesNotContain("sync-broken-Contacts", "mine", "sync-off-Contacts");
            assertThat(command(0, "status"))
                    .contains("broken: does not run", "headless: does not run")
                    .doesNotContain("changed: does not run");
            assertThat(HealthCheckHelper.invokeReadiness(application.context()))
                    .filteredOn(result -> result.getState() == HealthCheck.State.DOWN)
                    .extracting(result -> result.getCheck().getId())
                    .contains("sync:broken", "sync:headless")
                    .doesNotContain("sync:changed", "sync:off");
            assertThat(command(2, "run", "headless")).contains("There is no sync 'headless' without faults");
        }
    }

    /** Keeps the routes of a sync as those that a person owns. */
    private StoreAddress database(String name) {
        return StoreAddress.files(directory.resolve(name), name);
    }

    private void staging(String statement) throws SQLException {
        try (DataSources databases = new DataSources(this::database);
                Connection connection = databases.get("staging").getConnection();
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private int mirroredContacts() {
        try (DataSources databases = new DataSources(this::database);
                Connection connection = databases.get("staging").getConnection();
                Statement work = connection.createStatement();
                ResultSet count = work.executeQuery("select count(*) from contacts")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private String own(String sync) throws IOException {
        StringWriter out = new StringWriter();
        int exitCode = SyncCommand.run(
                () -> {
                    throw new IllegalStateException("no store is needed");
                },
                new SyncDirectory(
                        syncs,
                        text -> text.replace("{{data.directory}}", directory.toString()),
                        Optional.of(new ClientSettings(crm.url(), crm.username(), crm.accessKey())),
                        name -> Optional.empty(),
                        this::database),
                directory,
                new PrintWriter(out),
                new PrintWriter(out),
                RunWatcher.NONE,
                Optional.empty(),
                "eject",
                sync);
        assertThat(exitCode).as("%s", out).isZero();
        Files.writeString(syncs.resolve(sync + ".routes.yaml"), out.toString());
        return out.toString();
    }

    private static List<RouteDefinition> definitions(CamelContext context) {
        return context.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions().stream()
                .filter(route -> route.getRouteId().startsWith("sync-"))
                .toList();
    }

    private String create(String name) {
        return crm.crm().create("Contacts", Map.of("lastname", name));
    }

    private List<String> names(String module, String field) {
        return crm.crm().records(module).stream()
                .map(record -> record.get(field))
                .toList();
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        connect("other", crm, settings);
        return settings;
    }
}
