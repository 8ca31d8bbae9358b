package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CsvFileTest} shows of cells holds here as well. */
class CsvReaderTest {

    @TempDir
    private Path directory;

    private RowsOfText text;

    @BeforeEach
    void prepare() {
        text = new RowsOfText(directory);
    }

    @Test
    void namesTheCellsByTheTitles() {
        try (RowReader reader = text.open("a.csv", "Last Name;Company\nMüller;\"A;B\"\n\nMeier;\n")) {
            assertThat(reader.columns()).containsExactly("Last Name", "Company");
            assertThat(reader.next())
                    .isEqualTo(new Row(1, "line 2", Map.of("Last Name", "Müller", "Company", "A;B"), Optional.empty()));
            assertThat(reader.next())
                    .isEqualTo(new Row(2, "line 4", Map.of("Last Name", "Meier", "Company", ""), Optional.empty()));
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.emptyRows()).isEqualTo(1);
        }
    }

    @Test
    void stripsWhatCannotBeSeen() {
        assertThat(text.cells("a.csv", "\u200Blastname \n\u00A0Ada\u00A0Lovelace \n"))
                .containsExactly(Map.of("lastname", "Ada\u00A0Lovelace"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastname,company\nX\n", "lastname,company\nX,Y,Z\n"})
    void aRowOfAnotherLengthIsFaultyAndKeepsItsCells(String rows) {
        assertThat(text.rows("a.csv", rows + "A,B\n"))
                .satisfiesExactly(
                        row -> {
                            assertThat(row.fault())
                                    .get()
                                    .asString()
                                    .contains("cell")
                                    .contains("2 titles");
                            assertThat(row.cells()).containsEntry("lastname", "X");
                            assertThat(row.cells().getOrDefault("column 3", "Z"))
                                    .isEqualTo("Z");
                        },
                        row -> assertThat(row.fault()).isEmpty());
    }

    @Test
    void aZeroByteIsAFaultOfItsRow() {
        assertThat(text.rows("a.csv", "lastname,company\na,b\u0000b\nc,d\n"))
                .extracting(Row::fault)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .get()
                                .asString()
                                .contains("column 2")
                                .contains("zero byte"),
                        fault -> assertThat(fault).isEmpty());
    }

    @Test
    void namesEveryTitleThatCannotBeUsed() {
        assertThatThrownBy(() -> text.open("a.csv", "email,,email,x\n1,2,3,4\n"))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("Column 2 has no title")
                .hasMessageContaining("columns 1 and 3 have the same title 'email'");
    }

    @Test
    void saysHowManyRowsWereReadBeforeAFault() {
        try (RowReader reader = text.open("a.csv", "lastname\nA\nB\n\"open\n")) {
            reader.next();
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("line 4")
                    .hasMessageContaining("2 rows were read");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void aReaderThatIsRepeatedGivesTheSameNumbers() {
        String rows = "a\n\nx\n,\n\"y\n\ny\"\n";
        assertThat(text.rows("a.csv", rows))
                .isEqualTo(text.rows("a.csv", rows))
                .extracting(Row::number)
                .startsWith(1L, 2L);
    }

    @Test
    void readsTheSeparatorAndEncodingThatTheSyncFileNames() throws IOException {
        Path file = Files.write(directory.resolve("a.csv"), "a,b|c\nä,1|2\n".getBytes("windows-1252"));
        try (RowReader reader = Rows.open(
                file,
                new Format(Optional.empty(), "windows-1252", Optional.of("|"), Optional.empty()),
                Duration.ZERO)) {
            assertThat(reader.next().cells()).isEqualTo(Map.of("a,b", "ä,1", "c", "2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "\"", "x"})
    void refusesASeparatorThatSeparatesNothing(String separator) {
        assertThatThrownBy(() -> Separator.named(separator))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("separator:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\t", "tab", "\t"})
    void knowsATabByName(String separator) {
        assertThat(Separator.named(separator).character()).isEqualTo('\t');
    }

    @Test
    void takesOffTheApostropheThatAnExportSetBeforeAFormula() {
        assertThat(text.cells("a.csv", "phone,note,name\n'+49 30 (1),'=1+1,'s Gravenhage\n"))
                .containsExactly(Map.of("phone", "+49 30 (1)", "note", "=1+1", "name", "'s Gravenhage"));
    }

    @Test
    void knowsTheRejectThatARowWas() {
        try (RowReader reader = text.open("a.csv", "_reject,_reason,lastname\n17,\"line 2: because\",X\n,,Y\n")) {
            assertThat(reader.columns()).containsExactly("lastname");
            Row rejected = reader.next();
            assertThat(rejected.reject()).contains("17");
            assertThat(rejected.cells()).isEqualTo(Map.of("lastname", "X"));
            assertThat(reader.next().reject()).isEmpty();
        }
    }

    @Test
    void titlesAloneAreNoRows() {
        assertThat(text.rows("a.csv", "lastname,company")).isEqualTo(List.of());
    }

    @Test
    void theRestOfAFileThatBreaksOffIsAFileOfItsOwn() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "sep=;\nname\nA\n\n\"B\nB\"\n\n\"open\nC\n");
        Path rest = directory.resolve("remaining/a.csv");

        assertThat(Rows.keepRest(file, RowsOfText.BY_NAME, 2, rest)).hasValue(8);
        assertThat(rest).content().isEqualTo("sep=;\nname\n\"open\nC\n");
        assertThat(Rows.keepRest(file, RowsOfText.BY_NAME, 1, rest)).hasValue(5);
        assertThat(rest).content().isEqualTo("sep=;\nname\n\"B\nB\"\n\n\"open\nC\n");
    }

    @Test
    void theRestOfOtherFilesCannotBeKept() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "[{\"a\":1},{");

        assertThat(Rows.keepRest(file, RowsOfText.BY_NAME, 1, directory.resolve("rest")))
                .isEmpty();
        assertThat(directory.resolve("rest")).doesNotExist();
    }
}
