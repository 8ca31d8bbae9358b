package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syncs that add the ids of related records, in an application that runs. */
class RelationsIntoFilesTest {

    @TempDir
    private Path directory;

    private SimulatorServer crm;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(directory.resolve("syncs"));
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void aFeedBringsThemWithEachChangeAndLooksAtAllOfThemWhenOtherLabelsAreAskedFor() throws IOException {
        sync("people", "from: { crm: Contacts, relations: Products }\nto: { file: '%s/people', name: '{id}.json' }\n");
        String anna = crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        String berta = crm.crm().create("Contacts", Map.of("lastname", "Berta"));
        String bolt = crm.crm().create("Products", Map.of("productname", "Bolt"));
        String nut = crm.crm().create("Products", Map.of("productname", "Nut"));
        try (RunningApplication application = application()) {
            awaitRelated(anna, "Products", List.of());
            relate(application, anna, bolt);
            relate(application, anna, nut);
            awaitRelated(anna, "Products", List.of(bolt, nut));
            relate(application, berta, bolt);
            awaitRelated(berta, "Products", List.of(bolt));
        }
        // No clock of the contacts is moved by it.
        crm.crm().delete(bolt);
        sync(
                "people",
                "from: { crm: Contacts, relations: [Products, Campaigns] }\nto: { file: '%s/people', name: '{id}.json' }\n");
        try (RunningApplication again = application()) {
            awaitRelated(anna, "Campaigns", List.of());
            awaitRelated(berta, "Products", List.of());
            assertThat(related(anna)).containsEntry("Products", List.of(nut));
            assertThat(again.context().isStarted()).isTrue();
        }
    }

    @Test
    void anExportBringsAllOfThemAndItsSummaryNamesTheRest() throws IOException {
        sync(
                "nightly",
                """
                from: { crm: Contacts, relations: Products, cron: 0 0 2 1 1 ? }
                to: { file: '%s/nightly', name: 'all.csv', separator: tab }
                map: { name: lastname, bought: Products }
                """);
        sync("wrong", "from: { crm: Contacts, relations: Product, cron: 0 0 2 1 1 ? }\nto: { file: '%s/wrong' }\n");
        String anna = crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        String berta = crm.crm().create("Contacts", Map.of("lastname", "Berta"));
        crm.crm().create("Contacts", Map.of("lastname", "Clara"));
        List<String> products = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            products.add(crm.crm().create("Products", Map.of("productname", "Bolt " + number)));
        }
        try (RunningApplication application = application()) {
            products.forEach(product -> relate(application, anna, product));
            relate(application, berta, products.get(7));

            assertThat(command(0, "run", "nightly"))
                    .contains(
                            "3 created; relations of many records to many are left out: ", " of Contacts; 'relations'")
                    .contains("Documents", "Campaigns")
                    .doesNotContain("Products", "Potentials");
            assertThat(Files.readAllLines(directory.resolve("nightly/all.csv")))
                    .containsExactly(
                            "name\tbought",
                            "Anna\t" + String.join(";", products),
                            "Berta\t" + products.get(7),
                            "Clara\t");

            assertThat(command(1, "run", "wrong"))
                    .contains("Contacts has no relation 'Product'; its relations are ", "Products");
            assertThat(directory.resolve("wrong"))
                    .satisfies(left -> assertThat(files(left)).isEmpty());

            Files.delete(directory.resolve("nightly/all.csv"));
            crm.faults().failNext(30, Fault.HTTP_500_EMPTY, "query_related");
            assertThat(command(1, "run", "nightly")).contains("failed after no rows; ");
            assertThat(files(directory.resolve("nightly"))).isEmpty();
            crm.faults().clear();
            assertThat(command(0, "run", "nightly")).contains("3 created");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static void relate(RunningApplication application, String record, String related) {
        assertThat(application
                        .to("vtiger:addRelated")
                        .withHeader("CamelVtigerRecordId", record)
                        .withHeader("CamelVtigerRelatedId", related)
                        .send()
                        .getException())
                .isNull();
    }

    private void awaitRelated(String id, String label, List<String> ids) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(related(id))
                .containsEntry(label, ids));
    }

    private Map<String, Object> related(String id) throws IOException {
        return Json.object(directory.resolve("people/" + id + ".json"));
    }

    private void sync(String name, String text) throws IOException {
        Files.writeString(directory.resolve("syncs/" + name + ".yaml"), text.replace("%s", directory.toString()));
    }

    private RunningApplication application() {
        Map<String, String> settings = new HashMap<>(
                Map.of("syncs.directory", directory.resolve("syncs").toString()));
        settings.put("cursor.directory", directory.resolve("cursors").toString());
        return RunningApplication.against(crm, directory, settings);
    }

    private String command(int exitCode, String... arguments) throws IOException {
        return GivenCommand.to(directory, exitCode, arguments);
    }
}
