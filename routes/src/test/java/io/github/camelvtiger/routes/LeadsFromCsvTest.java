package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    void namesAllUnknownColumns() throws IOException {
        drop("shoes.csv", "lastname,shoe size,hat\nX,42,56\n");

        awaitFileIn("failed", "shoes.csv");
        assertThat(fileIn("failed", "shoes.csv.reason.txt")).content().contains("'shoe size', 'hat'");
    }

    @Test
    void setsFilesOfOtherTypesApart() throws IOException {
        drop("notes.txt", "lastname\nX\n");
        drop("leads.xlsx", "PK\u0003\u0004");
        drop("workbook.csv", "PK\u0003\u0004");
        drop("empty.csv", "");

        for (String name : List.of("notes.txt", "leads.xlsx", "workbook.csv", "empty.csv")) {
            awaitFileIn("failed", name);
        }
        assertThat(fileIn("failed", "notes.txt.reason.txt")).content().contains(".csv");
        assertThat(fileIn("failed", "leads.xlsx.reason.txt")).content().contains("Excel");
        assertThat(fileIn("failed", "workbook.csv.reason.txt")).content().contains("Excel");
        assertThat(fileIn("failed", "empty.csv.reason.txt")).content().contains("empty");
        assertThat(crm.crm().records("Leads")).isEmpty();
    }

    @Test
    void leavesAFileAloneThatIsStillBeingUploaded() throws IOException {
        Path upload = Files.createDirectories(directory.resolve("inbox/leads")).resolve("late.csv.part");
        Files.writeString(upload, "lastname\nX\n");
        drop("early.csv", "lastname\nY\n");

        awaitFileIn("done", "early.csv");
        assertThat(upload).exists();
        assertThat(lastNames()).containsExactly("Y");
    }

    @Test
    void takesAnExportOfExcel() throws IOException {
        byte[] text = "\uFEFFsep=\t\r\nLast Name\tCompany\t\r\n\u00A0Müller\u200B\t\"Łódź\r\nSp. z o.o.\"\t\r\n\t\t\r\n"
                .getBytes(StandardCharsets.UTF_16LE);
        drop("excel.csv", text);

        awaitFileIn("done", "excel.csv");
        assertThat(crm.crm().records("Leads")).singleElement().satisfies(lead -> assertThat(lead)
                .containsEntry("lastname", "Müller")
                .containsEntry("company", "Łódź\r\nSp. z o.o."));
    }

    @Test
    void aFileThatBreaksOffLeavesItsRestInAFileOfItsOwn() throws IOException {
        StringBuilder text = new StringBuilder("lastname;company\n");
        IntStream.range(0, 50).forEach(row -> text.append("Name ").append(row).append(";\n"));
        drop("broken.csv", text + ";no name\nLast;\"open\nUnread;x\n");

        awaitFileIn("failed", "broken.csv");
        assertThat(lastNames()).hasSize(50);
        assertThat(fileIn("failed", "broken.csv.reason.txt"))
                .content()
                .contains("line 53")
                .contains("51 row(s) were taken: 50 Lead(s) created, 1 row(s) rejected")
                .contains("remaining");
        Path rest = fileIn("remaining", "broken.csv");
        assertThat(rest).content().isEqualTo("lastname;company\nLast;\"open\nUnread;x\n");

        drop("rest.csv", Files.readString(rest).replace("\"", ""));
        awaitFileIn("done", "rest.csv");
        assertThat(lastNames()).hasSize(52).contains("Last", "Unread").doesNotHaveDuplicates();
    }

    @Test
    void bytesThatAreNotTextBreakAFileOffWhereTheyAre() throws IOException {
        drop("western.csv", "lastname\nMeier\nMüller\nSchulz\n".getBytes(StandardCharsets.ISO_8859_1));

        awaitFileIn("failed", "western.csv");
        assertThat(lastNames()).containsExactly("Meier");
        assertThat(fileIn("failed", "western.csv.reason.txt"))
                .content()
                .contains("line 3")
                .contains("leads.charset");
        assertThat(Files.readAllBytes(fileIn("remaining", "western.csv")))
                .isEqualTo("lastname\nMüller\nSchulz\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRowThatTheCrmAlteredRevisesItsRecordWhenItIsDroppedAgain() throws IOException {
        drop(
                "altered.csv",
                "lastname,annualrevenue,company\nGood,1000,\nLong,1000," + "x".repeat(90) + "\nEmoji,1,\uD83D\uDE00\n");

        awaitFileIn("done", "altered.csv");
        List<String> rejected = Files.readAllLines(fileIn("rejected", "altered.csv"));
        assertThat(rejected.get(0)).isEqualTo("lastname,annualrevenue,company,id,reason");
        String emoji = rejected.stream()
                .filter(row -> row.startsWith("Emoji"))
                .findFirst()
                .orElseThrow();
        String id = idOf("Emoji");
        assertThat(emoji).contains("," + id + ",").contains("row 4").contains("company");
        assertThat(lastNames()).contains("Good", "Emoji");

        drop("again.csv", rejected.get(0) + "\n" + emoji.replace("\uD83D\uDE00", "Smile") + "\n");
        awaitFileIn("done", "again.csv");
        assertThat(lastNames()).containsOnlyOnce("Emoji");
        assertThat(crm.crm().record(id).orElseThrow()).containsEntry("company", "Smile");
        assertThat(fileIn("rejected", "again.csv")).doesNotExist();
    }

    @Test
    void anOwnerThatTheCrmDoesNotKnowIsARejectedRow() throws IOException {
        drop("owners.csv", "lastname,Assigned To\nA,admin\nB,nobody at all\n");

        awaitFileIn("done", "owners.csv");
        assertThat(lastNames()).containsExactly("A");
        assertThat(fileIn("rejected", "owners.csv"))
                .content()
                .contains("nobody at all")
                .contains("row 3");
    }

    @Test
    void aValueThatIsNotOfItsFieldIsARejectedRow() throws IOException {
        drop("values.csv", "lastname,annualrevenue,email,leadstatus\nA,much,,\nB,1,,No such status\nC,2,,\n");

        awaitFileIn("done", "values.csv");
        assertThat(lastNames()).containsExactly("C");
        assertThat(fileIn("rejected", "values.csv")).content().contains("much").contains("No such status");
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadToItsEnd() throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("inbox/leads"));
        Path file = inbox.resolve("slow.csv");
        StringBuilder text = new StringBuilder("lastname\n");
        IntStream.range(0, 1_500)
                .forEach(row -> text.append("Name ").append(row).append("\n"));
        Files.writeString(file, text + "Torn");
        await().atMost(Duration.ofSeconds(60)).until(() -> !lastNames().isEmpty());
        // Without CREATE it fails if the file was read to its end already.
        Files.writeString(file, " apart\nLast\n", StandardOpenOption.APPEND);

        awaitFileIn("done", "slow.csv");
        assertThat(lastNames()).hasSize(1_502).contains("Torn apart", "Last").doesNotContain("Torn");
    }

    @Test
    void whatIsLeftOfAFileWhenTheApplicationStopsIsReadByTheNextOne() throws IOException {
        // However slow the machine is, the rows that are on their way when the application stops are finished.
        application.context().getShutdownStrategy().setTimeout(90);
        StringBuilder text = new StringBuilder("lastname\n");
        IntStream.range(0, 3_000)
                .forEach(row -> text.append("Name ").append(row).append("\n"));
        drop("long.csv", text.toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> !lastNames().isEmpty());

        application.close();
        assertThat(lastNames()).hasSizeLessThan(3_000);
        application = RunningApplication.against(crm, directory, Map.of());

        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(lastNames()).hasSizeGreaterThanOrEqualTo(3_000));
        assertThat(lastNames()).hasSize(3_000).doesNotHaveDuplicates();
    }

    @Test
    void takesManyFilesAFewAtATime() throws IOException {
        for (int file = 0; file < 40; file++) {
            drop("many-" + file + ".csv", "lastname\nName " + file + "\n");
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lastNames()).hasSize(40));
        assertThat(lastNames()).doesNotHaveDuplicates();
    }

    @Test
    void takesAFileOfManyRows() throws IOException {
        StringBuilder text = new StringBuilder("lastname;company\r\n");
        IntStream.range(0, 300).forEach(row -> text.append("Name ").append(row).append(";\"A;B\"\r\n"));
        drop("many.csv", text.toString());

        awaitFileIn("done", "many.csv");
        assertThat(lastNames()).hasSize(300).doesNotHaveDuplicates();
    }

    private String idOf(String lastName) {
        return crm.crm().records("Leads").stream()
                .filter(lead -> lastName.equals(lead.get("lastname")))
                .map(lead -> String.valueOf(lead.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private void drop(String name, String text) throws IOException {
        drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void drop(String name, byte[] text) throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("inbox/leads"));
        Path unfinished = inbox.resolve(name + ".part");
        Files.write(unfinished, text);
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
