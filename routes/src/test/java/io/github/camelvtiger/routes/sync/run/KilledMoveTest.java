package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A company with {@link Difficulties} moves to another CRM, while the process that moves it is killed at random moments: each record is
 * there once, as it was, or rejected with a reason.
 */
class KilledMoveTest {

    private static final List<String> MODULES = List.of(
            "ModComments",
            "Invoice",
            "Events",
            "Calendar",
            "HelpDesk",
            "Contacts",
            "Potentials",
            "Products",
            "Documents",
            "Leads",
            "Campaigns",
            "Accounts");

    /** More with {@code -Dvtiger.move.records=20000}. */
    private static final int RECORDS = Integer.getInteger("vtiger.move.records", 2000);

    /** More with {@code -Dvtiger.kills=100}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 2);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void aCompanyMoves() throws Exception {
        Random random = new Random(11);
        try (SimulatorServer old =
                        SimulatorServer.builder().seed("empty").release("8.4.0").start();
                SimulatorServer other =
                        SimulatorServer.builder().seed("empty").release("8.4.0").start()) {
            // So that ids differ between the two.
            other.crm().create("Vendors", Map.of("vendorname", "Elsewhere"));
            Difficulties difficulties = new Difficulties(old.crm());
            difficulties.plant();
            new Company(old.crm(), random).grow(RECORDS);
            for (int kill = 0; kill < KILLS; kill++) {
                killAfter(old, other, moved(other) + 1 + random.nextInt(RECORDS / (KILLS + 1)));
            }
            try (SyncsUnderTest syncs = syncs(old, other)) {
                RunReport report = syncs.run("move", RunRequest.export());

                assertThat(report.outcome()).as("%s", report).isEqualTo(RunReport.Outcome.DONE);
                Map<String, String> ids = links(syncs, old);
                Map<String, String> reasons = syncs.store.rejects().open("move").stream()
                        .collect(Collectors.toMap(Reject::place, Reject::reason, (one, same) -> one));
                eachIsThereOnceOrRejected(old, other, ids, reasons);
                difficulties.check(other.crm(), ids, reasons);
                assertThat(report.message().orElseThrow())
                        .contains("compared: ")
                        .contains(difficulties.notes().toArray(String[]::new));

                RunReport again = syncs.run("move", RunRequest.export());
                assertThat(again.counts().created()).isZero();
            }
        }
    }

    private static void eachIsThereOnceOrRejected(
            SimulatorServer old, SimulatorServer other, Map<String, String> ids, Map<String, String> reasons) {
        assertThat(ids.values()).doesNotHaveDuplicates();
        for (String module : MODULES) {
            List<Map<String, String>> records = old.crm().records(module);
            List<String> moved = records.stream()
                    .map(record -> ids.get(module + " " + record.get("id")))
                    .filter(id -> id != null)
                    .toList();
            assertThat(other.crm().records(module))
                    .as(module)
                    .extracting(record -> record.get("id"))
                    .containsExactlyInAnyOrderElementsOf(moved);
            for (Map<String, String> record : records) {
                String place = module + " " + record.get("id");
                assertThat(ids.containsKey(place) || reasons.containsKey(place))
                        .as("%s %s", place, record)
                        .isTrue();
            }
        }
    }

    /** What each record of the old CRM has become. */
    private static Map<String, String> links(SyncsUnderTest syncs, SimulatorServer old) {
        Map<String, String> ids = new HashMap<>();
        for (String module : MODULES) {
            List<String> places = old.crm().records(module).stream()
                    .map(record -> module + " " + record.get("id"))
                    .toList();
            syncs.store.links().find("move", places).forEach((place, link) -> ids.put(place, link.id()));
        }
        return ids;
    }

    private static int moved(SimulatorServer other) {
        return MODULES.stream()
                .mapToInt(module -> (int) other.crm().count(module))
                .sum();
    }

    private void killAfter(SimulatorServer old, SimulatorServer other, int number) throws Exception {
        Process process = TestJvm.unwatched(
                        MoveProcess.class,
                        old.url(),
                        old.username(),
                        old.accessKey(),
                        other.url(),
                        other.username(),
                        other.accessKey(),
                        directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        while (process.isAlive() && moved(other) < number) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(process.isAlive())
                .as(Files.readString(directory.resolve("errors.txt")))
                .isTrue();
        process.destroyForcibly().waitFor();
    }

    private SyncsUnderTest syncs(SimulatorServer old, SimulatorServer other) throws Exception {
        return syncs(
                List.of(old.url(), old.username(), old.accessKey(), other.url(), other.username(), other.accessKey()),
                directory);
    }

    private static SyncsUnderTest syncs(List<String> crms, Path directory) throws Exception {
        SyncsUnderTest syncs = new SyncsUnderTest(crms.get(0), crms.get(1), crms.get(2), directory);
        syncs.bySyncFile = true;
        syncs.connect("other", crms.get(3), crms.get(4), crms.get(5));
        syncs.add(sync(directory));
        return syncs;
    }

    private static SyncDefinition sync(Path directory) throws IOException {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                files.resolve("move.yaml"),
                "from: { crm: [" + String.join(", ", MODULES) + "], cron: 0 0 2 1 1 ?, files: true }\n"
                        + "to: { crm: same, connection: other }\n");
        return SyncFiles.read(files, UnaryOperator.identity()).files().get(0).definition();
    }

    /** A move, until it is killed. */
    static final class MoveProcess {

        public static void main(String[] arguments) throws Exception {
            try (SyncsUnderTest syncs = syncs(List.of(arguments).subList(0, 6), Path.of(arguments[6]))) {
                System.err.println(syncs.run("move", RunRequest.export()));
            }
        }
    }

    /** Ordinary records, which refer to each other. */
    private record Company(io.github.camelvtiger.simulator.Crm crm, Random random) {

        void grow(int records) {
            List<String> products = java.util.stream.IntStream.range(0, 5)
                    .mapToObj(
                            number -> crm.create("Products", Map.of("productname", "P" + number, "unit_price", "2.5")))
                    .toList();
            String account = "";
            for (int number = 0; number < records - products.size(); number++) {
                switch (number % 5) {
                    case 0 ->
                        account = crm.create(
                                "Accounts", Map.of("accountname", "Company " + number, "bill_city", "Zürich"));
                    case 1, 2 ->
                        crm.create(
                                "Contacts",
                                Map.of(
                                        "lastname",
                                        "Person " + number,
                                        "account_id",
                                        account,
                                        "email",
                                        number + "@x.de"));
                    case 3 ->
                        crm.create(
                                "Potentials",
                                Map.of(
                                        "potentialname",
                                        "Deal " + number,
                                        "closingdate",
                                        "2026-12-31",
                                        "sales_stage",
                                        "Prospecting",
                                        "related_to",
                                        account));
                    default -> invoice(number, account, products.get(random.nextInt(products.size())));
                }
            }
        }

        private void invoice(int number, String account, String product) {
            Map<String, Object> invoice =
                    new LinkedHashMap<>(Difficulties.invoice("Order " + number, account, product));
            invoice.put(
                    "LineItems",
                    List.of(
                            Map.of("productid", product, "quantity", "3", "listprice", "2.5", "comment", "blau & weiß"),
                            Map.of(
                                    "productid",
                                    product,
                                    "quantity",
                                    "1.5",
                                    "listprice",
                                    "10",
                                    "discount_percent",
                                    "10")));
            crm.create("Invoice", invoice);
        }
    }
}
