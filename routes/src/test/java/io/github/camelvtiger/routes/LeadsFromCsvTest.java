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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people drop them, read by the sync leads-from-csv in one application. */
class LeadsFromCsvTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path directory;

    private static SimulatorServer crm;
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        crm = SimulatorServer.builder().seed("empty").start();
        application = RunningApplication.against(crm, directory, RunningApplication.BUNDLED);
    }

    @AfterAll
    static void stop() {
        application.close();
        crm.close();
    }

    @BeforeEach
    void forgetTheLeadsOfOtherTests() {
        crm.faults().clear();
        crm.crm().records("Leads").forEach(lead -> crm.crm().delete(lead.get("id")));
    }

    @Test
    void createsTheGoodRowsAndKeepsTheBadOnesWithTheirReasons() throws IOException {
        drop("leads.csv", Files.readString(Path.of("src/main/resources/demo/leads.csv")));

        List<String> rejected = Files.readAllLines(awaitFileIn("done", "leads.rejects.csv"));
        awaitFileIn("done", "leads.csv");
        assertThat(lastNames())
                .containsExactlyInAnyOrder("Lovelace", "Hopper", "Müller", "Turing", "Dijkstra", "Liskov");
        assertThat(crm.crm().records("Leads"))
                .extracting(lead -> lead.get("company"))
                .contains("Compilers, Inc.", "Shortest \"Paths\" BV");
        assertThat(rejected.get(0)).isEqualTo("_reject,_reason,First Name,Last Name,Company,Primary Email,City");
        assertThat(rejected)
                .hasSize(3)
                .anySatisfy(row -> assertThat(row)
                        .contains("Nobody,,A row without")
                        .contains("line 6: ")
                        .contains("lastname"))
                .anySatisfy(row -> assertThat(row)
                        .contains("Too,Many,Cells")
                        .contains("line 8: It has 6 cells, but the file has 5 titles"));
    }

    @Test
    void namesAllUnknownColumnsAtOnce() throws IOException {
        drop("shoes.csv", "lastname,shoe size,hat\nX,42,56\n");

        awaitFileIn("done", "shoes.csv");
        assertThat(status()).contains("no field is called like 'shoe size', 'hat', so those columns were left out");
        assertThat(lastNames()).containsExactly("X");
    }

    @Test
    void setsAFileApartThatIsNotOfLeads() throws IOException {
        drop("hats.csv", "shoe size,hat\n42,56\n");
        drop("nameless.csv", "company\nAcme\n");

        awaitFileIn("failed", "hats.csv");
        awaitFileIn("failed", "nameless.csv");
        assertThat(reason("hats.csv")).contains("No column is called like a field of Leads");
        assertThat(reason("nameless.csv")).contains("cannot be created without lastname (Last Name)");
        assertThat(lastNames()).isEmpty();
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
        assertThat(reason("notes.txt")).contains("notes.txt").contains("csv");
        assertThat(reason("leads.xlsx")).contains("workbook");
        assertThat(reason("workbook.csv")).contains("Excel");
        assertThat(reason("empty.csv")).contains("empty");
        assertThat(lastNames()).isEmpty();
    }

    @Test
    void leavesAFileAloneThatIsStillBeingUploaded() throws IOException {
        Path upload = Files.createDirectories(inbox()).resolve("late.csv.part");
        Files.writeString(upload, "lastname\nX\n");
        drop("early.csv", "lastname\nY\n");

        awaitFileIn("done", "early.csv");
        assertThat(upload).exists();
        assertThat(lastNames()).containsExactly("Y");
    }

    @Test
    void takesAnExportOfExcel() throws IOException {
        byte[] text =
                "\uFEFFsep=\t\r\nLast Name\tCompany\t\r\n\u00A0\u200EMüller\u200B\t\"Łódź\r\nSp. z o.o.\"\t\r\n\t\t\r\n"
                        .getBytes(StandardCharsets.UTF_16LE);
        drop("excel.csv", text);

        awaitFileIn("done", "excel.csv");
        assertThat(crm.crm().records("Leads")).singleElement().satisfies(lead -> assertThat(lead)
                .containsEntry("lastname", "Müller")
                .containsEntry("company", "Łódź\r\nSp. z o.o."));
        assertThat(status()).contains("1 created; 1 empty row was skipped");
    }

    @Test
    void aFileThatBreaksOffLeavesItsRestInAFileOfItsOwn() throws IOException {
        StringBuilder text = new StringBuilder("lastname;company\n");
        IntStream.range(0, 50).forEach(row -> text.append("Name ").append(row).append(";\n"));
        drop("broken.csv", text + ";no name\nLast;\"open\nUnread;x\n");

        Path rest = awaitFileIn("failed", "broken.remaining.csv");
        assertThat(lastNames()).hasSize(50);
        assertThat(reason("broken.csv"))
                .contains("line 53")
                .contains("Up to there 51 rows were taken. The rest, from line 53 on, is in " + rest)
                .contains("50 created, 1 rejected");
        assertThat(rest).content().isEqualTo("lastname;company\nLast;\"open\nUnread;x\n");
        assertThat(Files.readAllLines(awaitFileIn("failed", "broken.rejects.csv")))
                .hasSize(2)
                .last()
                .asString()
                .contains("line 52: ", "no name");

        drop("rest.csv", Files.readString(rest).replace("\"", ""));
        awaitFileIn("done", "rest.csv");
        assertThat(lastNames()).hasSize(52).contains("Last", "Unread").doesNotHaveDuplicates();
    }

    @Test
    void bytesThatAreNotTextBreakAFileOffWhereTheyAre() throws IOException {
        drop("western.csv", "lastname\nMeier\nMüller\nSchulz\n".getBytes(StandardCharsets.ISO_8859_1));

        Path rest = awaitFileIn("failed", "western.remaining.csv");
        assertThat(lastNames()).containsExactly("Meier");
        assertThat(reason("western.csv")).contains("line 3", "charset");
        assertThat(Files.readAllBytes(rest))
                .isEqualTo("lastname\nMüller\nSchulz\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aFileWithoutARowBeforeItsBreakHasNoRest() throws IOException {
        drop("torn.csv", "lastname\n\"Open\n");

        awaitFileIn("failed", "torn.csv");
        assertThat(reason("torn.csv")).contains("line 2").doesNotContain("Up to there");
        assertThat(fileIn("failed", "torn.remaining.csv")).isEmpty();
    }

    @Test
    void aRowThatTheCrmAlteredChangesItsRecordWhenItIsDroppedAgain() throws IOException {
        drop("altered.csv", "lastname,annualrevenue,company\nGood,1000,\nEmoji,1,\uD83D\uDE00\n");

        List<String> rejected = Files.readAllLines(awaitFileIn("done", "altered.rejects.csv"));
        String id = idOf("Emoji");
        assertThat(rejected).hasSize(2);
        assertThat(rejected.get(1)).contains("line 3: ", "company", id);
        assertThat(lastNames()).containsExactlyInAnyOrder("Good", "Emoji");

        drop("again.csv", rejected.get(0) + "\n" + rejected.get(1).replace("\uD83D\uDE00", "Smile") + "\n");
        awaitFileIn("done", "again.csv");
        assertThat(lastNames()).containsExactlyInAnyOrder("Good", "Emoji");
        assertThat(crm.crm().record(id).orElseThrow()).containsEntry("company", "Smile");
        assertThat(fileIn("done", "again.rejects.csv")).isEmpty();
    }

    @Test
    void aRowWithAnIdChangesThatRecord() throws IOException {
        String id = crm.crm().create("Leads", Map.of("lastname", "Before", "company", "Kept", "city", "Old"));
        drop("ids.csv", "id,lastname,company,city\n" + id + ",After,,New\n,Fresh,Acme,\n10x999999,Nobody,,\n");

        assertThat(Files.readAllLines(awaitFileIn("done", "ids.rejects.csv")))
                .hasSize(2)
                .last()
                .asString()
                .contains("line 4: ", "10x999999");
        assertThat(crm.crm().record(id).orElseThrow())
                .containsEntry("lastname", "After")
                .containsEntry("company", "Kept")
                .containsEntry("city", "New");
        assertThat(lastNames()).containsExactlyInAnyOrder("After", "Fresh");
    }

    @Test
    void anOwnerThatTheCrmDoesNotKnowIsARejectedRow() throws IOException {
        drop("owners.csv", "lastname,Assigned To\nA,admin\nB,nobody at all\n");

        assertThat(awaitFileIn("done", "owners.rejects.csv"))
                .content()
                .contains("nobody at all")
                .contains("line 3");
        assertThat(lastNames()).containsExactly("A");
    }

    @Test
    void aValueThatIsNotOfItsFieldIsARejectedRow() throws IOException {
        drop("values.csv", "lastname,annualrevenue,email,leadstatus\nA,much,,\nB,1,,No such status\nC,2,,\n");

        assertThat(awaitFileIn("done", "values.rejects.csv"))
                .content()
                .contains("much")
                .contains("No such status");
        assertThat(lastNames()).containsExactly("C");
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadToItsEnd() throws IOException {
        Path file = Files.createDirectories(inbox()).resolve("slow.csv");
        savesTake(20);
        // More than is read ahead of the first lead.
        String company = "x".repeat(90);
        StringBuilder text = new StringBuilder("company,lastname\n");
        IntStream.range(0, 300)
                .forEach(row ->
                        text.append(company).append(",Grown ").append(row).append("\n"));
        Files.writeString(file, text + company + ",Torn");
        await().atMost(PATIENCE).until(() -> !lastNames().isEmpty());
        // Without CREATE it fails if the file was read to its end already.
        Files.writeString(file, " apart\n" + company + ",Last\n", StandardOpenOption.APPEND);

        awaitFileIn("done", "slow.csv");
        assertThat(lastNames()).hasSize(302).contains("Torn apart", "Last").doesNotContain("Torn");
    }

    @Test
    void whatIsLeftOfAFileWhenTheApplicationStopsIsReadByTheNextOne() throws IOException {
        savesTake(20);
        StringBuilder text = new StringBuilder("lastname\n");
        IntStream.range(0, 300).forEach(row -> text.append("Left ").append(row).append("\n"));
        drop("long.csv", text.toString());
        await().atMost(PATIENCE).until(() -> !lastNames().isEmpty());

        application.close();
        assertThat(lastNames()).hasSizeLessThan(300);
        assertThat(inbox().resolve("long.csv")).exists();
        application = RunningApplication.against(crm, directory, RunningApplication.BUNDLED);

        awaitFileIn("done", "long.csv");
        assertThat(lastNames()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void takesManyFiles() throws IOException {
        for (int file = 0; file < 40; file++) {
            drop("many-" + file + ".csv", "lastname\nName " + file + "\n");
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lastNames()).hasSize(40));
        assertThat(lastNames()).doesNotHaveDuplicates();
    }

    /** As those of a real CRM do, so that a file of a few portions is still being read when its first lead is there. */
    private static void savesTake(int millis) {
        crm.faults().onCall("create", () -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static String status() throws IOException {
        return GivenCommand.to(directory, 0, "status");
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
        Path unfinished = Files.createDirectories(inbox()).resolve(name + ".part");
        Files.write(unfinished, text);
        Files.move(unfinished, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path inbox() {
        return directory.resolve("inbox/leads");
    }

    private List<Object> lastNames() {
        return crm.crm().records("Leads").stream()
                .map(lead -> (Object) lead.get("lastname"))
                .toList();
    }

    private String reason(String name) throws IOException {
        return Files.readString(awaitFileIn("failed", name + ".reason.txt"));
    }

    private Path awaitFileIn(String folder, String name) {
        return await().atMost(PATIENCE)
                .until(() -> fileIn(folder, name), Optional::isPresent)
                .orElseThrow();
    }

    /** The file of this name, before which the sync puts the time. */
    private Optional<Path> fileIn(String folder, String name) throws IOException {
        Path parent = Files.createDirectories(inbox().resolve(folder));
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{8}-\\d{6}(-\\d+)?-" + name))
                    .findFirst();
        }
    }
}
