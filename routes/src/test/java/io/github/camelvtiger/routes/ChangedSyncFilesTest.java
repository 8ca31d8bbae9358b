package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.model.Model;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sync files that are changed, put in or taken away while the application runs. */
class ChangedSyncFilesTest extends SyncApplicationTestSupport {

    private static final String FEED =
            """
            from: { crm: Contacts }
            to: { crm: Leads, match: [email] }
            map: { lastname: lastname, email: email, leadsource: { value: %SOURCE } }
            """;
    private static final String FILES =
            """
            from: { file: '%s/in' }
            to: { crm: Leads }
            map: { lastname: Name, leadsource: { value: %SOURCE } }
            """;
    private static final String BESIDE = "from: { crm: Contacts }\nto: { file: '%s/beside', name: '{id}.json' }\n";

    private Path inbox;

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectories(directory.resolve("in"));
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("syncs.reload", "100ms");
        return settings;
    }

    @Test
    void aFeedGoesOnByItsChangedMapAndTheOthersAreNotTouched() throws Exception {
        sync("leads", FEED.replace("%SOURCE", "Partner"));
        sync("beside", BESIDE);
        contact("Anna");
        try (RunningApplication application = application()) {
            awaitSources("Anna", "Partner");
            awaitFiles("beside", 1);
            CamelContext context = application.context();
            Route beside = context.getRoute("sync-beside-Contacts");
            Consumer consumer = beside.getConsumer();

            sync("leads", FEED.replace("%SOURCE", "Employee"));
            awaitChanged(context, "sync-leads-Contacts", () -> contact("Berta"));

            awaitSources("Berta", "Employee");
            awaitFiles("beside", 2);
            // What was there is not delivered again.
            awaitSources("Anna", "Partner");
            assertThat(context.getRoute("sync-beside-Contacts")).isSameAs(beside);
            assertThat(beside.getConsumer()).isSameAs(consumer);
            assertThat(command(0, "status")).doesNotContain("goes on as it was");
        }
    }

    @Test
    void aNewSyncBeginsAndOneWithoutAFileIsGoneWithAllThatItHeld() throws Exception {
        sync("beside", BESIDE);
        contact("Anna");
        try (RunningApplication application = application()) {
            CamelContext context = application.context();
            awaitFiles("beside", 1);
            int routes = routes(context);

            sync("leads", FEED.replace("%SOURCE", "Partner"));
            awaitSources("Anna", "Partner");
            assertThat(health(context, "leads").getState()).isEqualTo(HealthCheck.State.UP);

            Files.delete(syncs.resolve("leads.yaml"));
            await().atMost(Duration.ofSeconds(30)).until(() -> check(context, "leads") == null);
            assertThat(context.getRoutes())
                    .noneMatch(route -> route.getRouteId().startsWith("sync-leads"));
            assertThat(routes(context)).isEqualTo(routes);
            assertThat(context.getRegistry().lookupByName("sync-leads")).isNull();
            assertThat(context.getRegistry().lookupByName("sync-leads-Contacts"))
                    .isNull();
            assertThat(command(0, "status")).doesNotContain("leads:");
            contact("Berta");
            awaitFiles("beside", 2);
            assertThat(crm.crm().records("Leads")).hasSize(1);

            // It goes on where it was.
            sync("leads", FEED.replace("%SOURCE", "Partner"));
            awaitSources("Berta", "Partner");
        }
    }

    @Test
    void aBrokenFileIsRefusedAndItsSyncGoesOnUntilItIsRepaired() throws Exception {
        sync("leads", FEED.replace("%SOURCE", "Partner"));
        contact("Anna");
        try (RunningApplication application = application()) {
            CamelContext context = application.context();
            awaitSources("Anna", "Partner");
            Route route = context.getRoute("sync-leads-Contacts");

            sync("leads", FEED.replace("%SOURCE", "Employee").replace("match", "mtach"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(health(context, "leads").getState()).isEqualTo(HealthCheck.State.DOWN));
            assertThat(health(context, "leads").getMessage()).hasValueSatisfying(message -> assertThat(message)
                    .startsWith("The sync leads goes on as it was, since its changed file is refused: ")
                    .contains("leads.yaml:2:", "mtach", "match"));
            assertThat(command(0, "status")).contains("goes on as it was", "mtach");
            contact("Berta");
            awaitSources("Berta", "Partner");
            assertThat(context.getRoute("sync-leads-Contacts")).isSameAs(route);

            Files.writeString(syncs.resolve("leads.yaml"), "from: [ {{ :");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !command(0, "status").contains("mtach"));
            contact("Clara");
            awaitSources("Clara", "Partner");

            sync("leads", FEED.replace("%SOURCE", "Employee"));
            awaitChanged(context, "sync-leads-Contacts", () -> contact("Dora"));
            awaitSources("Dora", "Employee");
            assertThat(health(context, "leads").getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void aFileThatCannotBecomeRoutesIsRefusedAndItsSyncGoesOn() throws Exception {
        sync("leads", FILES.replace("%SOURCE", "Partner"));
        try (RunningApplication application = application()) {
            sync("leads", "from: { uri: 'file:%s/in?noSuchOption=1' }\nto: { crm: Leads }\nmap: { lastname: Name }\n");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            health(application.context(), "leads").getState())
                    .isEqualTo(HealthCheck.State.DOWN));
            drop("a.csv", 1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> crm.crm().records("Leads").size() == 1);
        }
    }

    @Test
    void aRouteThatDoesNotStartKeepsNoOtherSyncFromItsChange() throws Exception {
        sync("beside", BESIDE);
        sync("leads", FILES.replace("%SOURCE", "Partner"));
        try (RunningApplication application = application()) {
            Route beside = application.context().getRoute("sync-beside-Contacts");
            Route leads = application.context().getRoute("sync-leads");
            sync(
                    "leads",
                    "from: { uri: 'file:%s/none?autoCreate=false&startingDirectoryMustExist=true' }\n"
                            + "to: { crm: Leads }\nmap: { lastname: Name }\n");
            sync("beside", BESIDE.replace("/beside", "/elsewhere"));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(application.context().getRoute("sync-beside-Contacts"))
                        .isNotNull()
                        .isNotSameAs(beside);
                assertThat(application.context().getRoute("sync-leads"))
                        .isNotNull()
                        .isNotSameAs(leads);
            });
            contact("Anna");
            awaitFiles("elsewhere", 1);
            drop("a.csv", 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> sources().equals(Map.of("Partner", 1L)));
            assertThat(health(application.context(), "leads").getState()).isEqualTo(HealthCheck.State.DOWN);
        }
    }

    @Test
    void aRunComesToItsEndAsItWasBegunAndTheNextOneIsAsTheChangedFileSays() throws Exception {
        sync("leads", FILES.replace("%SOURCE", "Partner"));
        try (RunningApplication application = application()) {
            Route route = application.context().getRoute("sync-leads");
            drop("large.csv", 1200);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !crm.crm().records("Leads").isEmpty());

            sync("leads", FILES.replace("%SOURCE", "Employee"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> command(0, "status").contains("changes, as its file has, when its run leads-"));
            assertThat(command(2, "run", "leads", inbox.resolve("large.csv").toString()))
                    .contains("is being changed");
            drop("small.csv", 1);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> crm.crm().records("Leads").size() == 1201);

            assertThat(sources()).isEqualTo(Map.of("Partner", 1200L, "Employee", 1L));
            assertThat(application.context().getRoute("sync-leads")).isNotSameAs(route);
            assertThat(command(0, "status")).doesNotContain("changes, as its file has");
        }
    }

    @Test
    void aRunEndsWhenItsSyncIsTakenAwayAndGoesOnWhenItIsBack() throws Exception {
        String text = FILES.replace("%SOURCE", "Partner");
        sync("leads", text);
        try (RunningApplication application = application()) {
            drop("large.csv", 1200);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !crm.crm().records("Leads").isEmpty());
            Files.delete(syncs.resolve("leads.yaml"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> application.context().getRoute("sync-leads") == null);
            assertThat(crm.crm().records("Leads")).hasSizeLessThan(1200);
            assertThat(inbox.resolve("large.csv")).exists();

            sync("leads", text);
            await().atMost(Duration.ofMinutes(2)).until(() -> !Files.exists(inbox.resolve("large.csv")));
            assertThat(sources()).isEqualTo(Map.of("Partner", 1200L));
        }
    }

    @Test
    void aSyncGetsItsNewNameAtOnceAndGoesOnWhereItWas() throws Exception {
        sync("leads", FEED.replace("%SOURCE", "Partner"));
        sync("beside", BESIDE);
        contact("Anna");
        try (RunningApplication application = application()) {
            CamelContext context = application.context();
            awaitSources("Anna", "Partner");
            Route beside = context.getRoute("sync-beside-Contacts");
            String anna = crm.crm().records("Leads").get(0).get("id");
            crm.crm().revise(anna, Map.of("leadsource", "Employee"));

            assertThat(command(0, "rename", "leads", "partners")).contains("The sync leads is called partners now.");
            assertThat(command(0, "status")).contains("partners: leads-").doesNotContain("leads:");
            assertThat(context.getRoute("sync-leads-Contacts")).isNull();
            contact("Berta");
            awaitSources("Berta", "Partner");
            awaitSources("Anna", "Employee");
            assertThat(health(context, "partners").getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(context.getRoute("sync-beside-Contacts")).isSameAs(beside);
        }
    }

    private void contact(String name) {
        crm.crm().create("Contacts", Map.of("lastname", name, "email", name + "@example.com"));
    }

    private void drop(String file, int rows) throws IOException {
        Files.writeString(
                inbox.resolve(file),
                IntStream.range(0, rows)
                        .mapToObj(row -> file + " " + row)
                        .collect(Collectors.joining("\n", "Name\n", "\n")));
    }

    private interface Edit {
        void make();
    }

    /** What is edited after the change is taken is known to be delivered by the new form. */
    private static void awaitChanged(CamelContext context, String route, Edit edit) {
        Route former = context.getRoute(route);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> context.getRoute(route) != null && context.getRoute(route) != former);
        edit.make();
    }

    private void awaitSources(String name, String source) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(crm.crm().records("Leads"))
                        .anySatisfy(lead ->
                                assertThat(lead).containsEntry("lastname", name).containsEntry("leadsource", source)));
    }

    private Map<String, Long> sources() {
        return crm.crm().records("Leads").stream()
                .collect(Collectors.groupingBy(lead -> lead.get("leadsource"), Collectors.counting()));
    }

    private void awaitFiles(String target, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            String[] files = directory.resolve(target).toFile().list((any, name) -> !name.startsWith("."));
            return files != null && Arrays.asList(files).size() == number;
        });
    }

    private static int routes(CamelContext context) {
        List<?> definitions =
                context.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions();
        return definitions.size();
    }

    private static HealthCheck check(CamelContext context, String sync) {
        return HealthCheckRegistry.get(context).getCheck("sync:" + sync).orElse(null);
    }

    private static HealthCheck.Result health(CamelContext context, String sync) {
        return check(context, sync).call();
    }
}
