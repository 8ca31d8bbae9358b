package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadsFromCsvTest {

    @TempDir
    private Path directory;

    private SimulatorServer crm;
    private RunningApplication application;

    @BeforeEach
    void start() {
        crm = SimulatorServer.builder().seed("empty").start();
        application = RunningApplication.against(crm, directory, Map.of());
    }

    @AfterEach
    void stop() {
        application.close();
        crm.close();
    }

    @Test
    void createsTheGoodRowsAndKeepsTheBadOnesWithTheirReasons() throws IOException {
        drop("leads.csv", Files.readString(Path.of("src/main/resources/demo/leads.csv")));

        awaitFileIn("done", "leads.csv");
        assertThat(lastNames())
                .containsExactlyInAnyOrder("Lovelace", "Hopper", "Müller", "Turing", "Dijkstra", "Liskov");
        assertThat(crm.crm().records("Leads"))
                .extracting(lead -> lead.get("company"))
                .contains("Compilers, Inc.", "Shortest \"Paths\" BV");
        List<String> rejected = Files.readAllLines(fileIn("rejected", "leads.csv"));
        assertThat(rejected.get(0)).isEqualTo("First Name,Last Name,Company,Primary Email,City,reason");
        assertThat(rejected).hasSize(3).anySatisfy(row -> assertThat(row)
                .startsWith("Nobody,,A row without")
                .contains("row 6")
                .contains("lastname"));
        assertThat(rejected).anySatisfy(row -> assertThat(row)
                .startsWith("Too,Many,Cells")
                .contains("row 8: it has 6 cells, but the first line names 5 columns"));
    }

    @Test
    void setsAFileApartThatIsNoCsvOfLeads() throws IOException {
        drop("shoes.csv", "lastname,shoe size\nX,42\n");

        awaitFileIn("failed", "shoes.csv");
        assertThat(fileIn("failed", "shoes.csv.reason.txt"))
                .content()
                .contains("'shoe size'")
                .contains("lastname (Last Name)");
        assertThat(crm.crm().records("Leads")).isEmpty();
    }

    @Test
    void takesAFileOfManyRows() throws IOException {
        StringBuilder text = new StringBuilder("lastname;company\r\n");
        IntStream.range(0, 300).forEach(row -> text.append("Name ").append(row).append(";\"A;B\"\r\n"));
        drop("many.csv", text.toString());

        awaitFileIn("done", "many.csv");
        assertThat(lastNames()).hasSize(300).doesNotHaveDuplicates();
    }

    private void drop(String name, String text) throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("inbox/leads"));
        Path unfinished = inbox.resolve(name + ".part");
        Files.writeString(unfinished, text);
        Files.move(unfinished, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Object> lastNames() {
        return crm.crm().records("Leads").stream()
                .map(lead -> (Object) lead.get("lastname"))
                .toList();
    }

    private void awaitFileIn(String folder, String name) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(fileIn(folder, name)).exists());
    }

    /** The file of this name, before which the route puts the time. */
    private Path fileIn(String folder, String name) throws IOException {
        Path parent = Files.createDirectories(directory.resolve("inbox/leads").resolve(folder));
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{8}-\\d{6}-" + name))
                    .findFirst()
                    .orElse(parent.resolve(name));
        }
    }
}
