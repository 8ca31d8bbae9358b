package io.github.camelvtiger.routes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.CsvFile;
import io.github.camelvtiger.routes.sync.rows.CsvOptions;
import io.github.camelvtiger.routes.sync.rows.CsvRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFileTest {

    private static final Map<String, Object> LEADS = Map.of(
            "name",
            "Leads",
            "fields",
            List.of(Map.of("name", "lastname", "label", "Last Name"), Map.of("name", "id", "label", "leadid")));

    private static final CsvRow ROW = new CsvRow(2, 2, List.of("X"));

    @TempDir
    private Path directory;

    private final AtomicBoolean stopping = new AtomicBoolean();

    @Test
    void aFaultEndsTheRowsAndIsThrownAtTheFinish() throws IOException {
        try (ImportedFile file = open("lastname\nA\n\nB\n\"C\nD\n")) {
            assertThat(file.next().cells()).containsExactly("A");
            file.outcomes().countCreated();
            assertThat(file.next().cells()).containsExactly("B");
            file.reject(new CsvRow(4, 4, List.of("B")), null, "because");
            assertThat(file.hasNext()).isFalse();

            BadFileException fault = catchFault(file);
            assertThat(fault).hasMessageContaining("line 5");
            assertThat(file.giveUp(fault, remaining()))
                    .contains("2 row(s) were taken: 1 Lead(s) created, 1 row(s) rejected")
                    .contains("from line 5 on")
                    .contains(remaining().toString());
            assertThat(remaining()).content().isEqualTo("lastname\n\"C\nD\n");
        }
    }

    @Test
    void aRowThatWasLookedAtButNotTakenIsPartOfTheRest() throws IOException {
        try (ImportedFile file = open("lastname\nA\nB\nC\n")) {
            file.next();
            assertThat(file.hasNext()).isTrue();

            file.giveUp(new IllegalStateException("stopped"), remaining());

            assertThat(remaining()).content().isEqualTo("lastname\nB\nC\n");
        }
    }

    @Test
    void aFileOfWhichNoRowWasTakenNeedsNoRest() throws IOException {
        try (ImportedFile file = open("lastname\n\"A\n")) {
            assertThat(file.hasNext()).isFalse();

            assertThat(file.giveUp(catchFault(file), remaining())).isEmpty();
            assertThat(remaining()).doesNotExist();
        }
    }

    @Test
    void theRestOfAFileThatWasReplacedIsNotKnown() throws IOException {
        String rows = "X\n".repeat(10_000);
        try (ImportedFile file = open("lastname\n" + rows)) {
            file.next();
            Files.move(
                    Files.writeString(directory.resolve("other"), "lastname\nZ\n"),
                    directory.resolve("leads.csv"),
                    StandardCopyOption.ATOMIC_MOVE);
            file.forEachRemaining(file::rowDone);

            BadFileException fault = catchFault(file);
            assertThat(fault).hasMessageContaining("replaced");
            assertThat(file.giveUp(fault, remaining())).contains("10000 row(s) were taken");
            assertThat(remaining()).doesNotExist();
        }
    }

    @Test
    void aRejectedRowThatCannotBeKeptEndsTheFile() throws IOException {
        try (ImportedFile file = open("lastname\nA\nB\n")) {
            CsvRow row = file.next();
            Files.writeString(directory.resolve("rejected"), "in the place of the directory");

            assertThatThrownBy(() -> file.reject(row, null, "because")).isInstanceOf(IOException.class);

            assertThat(file.hasNext()).isFalse();
            BadFileException fault = catchFault(file);
            assertThat(fault).hasMessageContaining("row 2").hasMessageContaining("because");
            file.giveUp(fault, remaining());
            assertThat(remaining()).content().isEqualTo("lastname\nB\n");
        }
    }

    @Test
    void theNextRowWaitsWhileManyAreOnTheirWay() throws Exception {
        try (ImportedFile file = open("lastname\n" + "X\n".repeat(1_000))) {
            AtomicInteger handedOut = new AtomicInteger();
            Thread reader = new Thread(() -> file.forEachRemaining(row -> handedOut.incrementAndGet()));
            reader.start();
            await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
            int most = handedOut.get();
            assertThat(most).isPositive().isLessThan(1_000);

            file.rowDone(ROW);
            await().untilAsserted(() -> assertThat(handedOut).hasValue(most + 1));

            IntStream.range(0, 1_000).forEach(row -> file.rowDone(ROW));
            reader.join();
            assertThat(handedOut).hasValue(1_000);
        }
    }

    @Test
    void rowsThatReviseOneRecordAreDoneOneAfterTheOther() throws Exception {
        try (ImportedFile file = open("lastname,id\nA,10x1\nB,10x2\nC,\nD,\nE, 10x1\n")) {
            CsvRow first = file.next();
            file.beginRow(first);
            for (int other = 0; other < 3; other++) {
                file.beginRow(file.next());
            }
            CsvRow last = file.next();
            Thread second = new Thread(() -> begin(file, last));
            second.start();
            await().until(() -> second.getState() == Thread.State.WAITING);

            file.rowDone(first);
            second.join();
        }
    }

    private static void begin(ImportedFile file, CsvRow row) {
        try {
            file.beginRow(row);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void beginsNoMoreRowsWhenTheApplicationStops() throws IOException {
        try (ImportedFile file = open("lastname\nA\nB\nC\n")) {
            file.next();
            assertThat(file.hasNext()).isTrue();
            stopping.set(true);
            assertThat(file.next().cells())
                    .as("a row that was seen is handed out")
                    .containsExactly("B");

            assertThat(file.hasNext()).isFalse();
            assertThat(file.isStopped()).isTrue();
            assertThat(file.keepRest(remaining())).isEqualTo(4);
            assertThat(remaining()).content().isEqualTo("lastname\nC\n");
        }
    }

    @Test
    void aFileIsNotStoppedBehindItsLastRow() throws IOException {
        try (ImportedFile file = open("lastname\nA\n")) {
            file.next();
            stopping.set(true);

            assertThat(file.hasNext()).isFalse();
            assertThat(file.isStopped()).isFalse();
        }
    }

    @Test
    void saysWhatBecameOfTheRows() throws IOException {
        try (ImportedFile file = open("id,lastname\n,A\n,\n10x1,B\n")) {
            file.forEachRemaining(file::rowDone);
            file.outcomes().countCreated();
            file.outcomes().countRevised();

            assertThat(file.finish()).isEqualTo("1 Lead(s) created, 1 Lead(s) revised; 1 empty row(s) skipped");
        }
    }

    @Test
    void aFullDiskUnderTheRejectsEndsTheFileAndNamesEveryRowThatIsInItAlone() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Files.createDirectories(directory.resolve("rejected"));
        Files.createSymbolicLink(directory.resolve("rejected/leads.csv"), full);
        try (ImportedFile file = open("lastname\nA\nB\nC\n")) {
            CsvRow first = file.next();
            CsvRow second = file.next();
            assertThatThrownBy(() -> file.reject(first, null, "no company")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> file.reject(second, null, "no owner")).isInstanceOf(IOException.class);
            assertThat(file.hasNext()).isFalse();

            BadFileException fault = catchFault(file);
            assertThat(fault)
                    .hasMessage("Rejected rows could not be written to " + directory.resolve("rejected/leads.csv")
                            + " (No space left on device). They are in this file only; correct them here:"
                            + " row 2: no company; row 3: no owner.");
            file.giveUp(fault, remaining());
            assertThat(remaining()).content().isEqualTo("lastname\nC\n");
        }
    }

    private static BadFileException catchFault(ImportedFile file) {
        try {
            file.finish();
        } catch (BadFileException e) {
            return e;
        }
        throw new AssertionError("no fault");
    }

    private Path remaining() {
        return directory.resolve("remaining/leads.csv");
    }

    private ImportedFile open(String text) throws IOException {
        Path path = Files.writeString(directory.resolve("leads.csv"), text);
        CsvFile file = CsvFile.open(
                path, new CsvOptions(StandardCharsets.UTF_8, "leads.charset", Optional.empty(), Duration.ZERO));
        return new ImportedFile(
                file,
                ColumnMapping.of(file.header(), LEADS),
                directory.resolve("rejected/leads.csv"),
                "Lead",
                stopping::get);
    }
}
