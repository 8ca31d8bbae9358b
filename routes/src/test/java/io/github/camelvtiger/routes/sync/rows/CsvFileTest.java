package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsEachSeparator(String separator) throws IOException {
        assertThat(cells("lastname|company\nMüller|\"A|B\"\n".replace("|", separator)))
                .containsExactly(List.of("Müller", "A" + separator + "B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\n\r\nsep=;\r", "sep=;;;\n"})
    void readsTheSeparatorThatTheFileDeclares(String declaration) throws IOException {
        try (CsvFile file = open(declaration + "last,name;company\nA,B;C\n")) {
            assertThat(file.header()).containsExactly("last,name", "company");
            assertThat(file.next().cells()).containsExactly("A,B", "C");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"sep=| |", "sep=\\t '\t'", "sep=: :", "sep=^ ^"})
    void readsAnySeparatorThatTheFileDeclares(String declaration, String separator) throws IOException {
        assertThat(cells(declaration + "\nlastname|company\nA,B|C\n".replace("|", separator)))
                .containsExactly(List.of("A,B", "C"));
    }

    @Test
    void readsATabThatTheFileDeclares() throws IOException {
        assertThat(cells("sep=\t\r\nlastname,x\tcompany\r\nA\tB\r\n")).containsExactly(List.of("A", "B"));
    }

    @Test
    void aDeclarationOfNothingIsATitle() throws IOException {
        try (CsvFile file = open("sep=\nlastname\n")) {
            assertThat(file.header()).containsExactly("sep=");
        }
    }

    @Test
    void doesNotCountSeparatorsInQuotedTitlesOfSeveralLines() throws IOException {
        assertThat(cells("\"Last\nname, or, what\nelse\";company\nX;Y\n")).containsExactly(List.of("X", "Y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecidesTheEncoding(String charset) throws IOException {
        try (CsvFile file =
                open("\uFEFF\"lastname\"\tcompany\r\nMüller\tŁódź\r\n", Charset.forName(charset), WESTERN)) {
            assertThat(file.header()).containsExactly("lastname", "company");
            assertThat(file.next().cells()).containsExactly("Müller", "Łódź");
        }
    }

    @Test
    void readsTheEncodingThatIsSetWhereThereIsNoMark() throws IOException {
        try (CsvFile file = open("lastname\nMüller €\n", WESTERN, WESTERN)) {
            assertThat(file.next().cells()).containsExactly("Müller €");
        }
    }

    @Test
    void keepsQuotesAndLineBreaksInsideACell() throws IOException {
        assertThat(cells("lastname,company\r\nX,\"a \"\"b\"\"\r\nc\"\r\n"))
                .containsExactly(List.of("X", "a \"b\"\r\nc"));
    }

    @Test
    void keepsQuotesInTheMiddleOfACellThatIsNotQuoted() throws IOException {
        assertThat(cells("lastname,company\n5\" pipe,the \"best\" one\n"))
                .containsExactly(List.of("5\" pipe", "the \"best\" one"));
    }

    @Test
    void takesACellForQuotedThatHasSpacesAroundTheQuotes() throws IOException {
        assertThat(cells("lastname, company\nX, \"a, b\" \n")).containsExactly(List.of("X", "a, b"));
    }

    @Test
    void skipsRowsOfEmptyCellsAndCountsThem() throws IOException {
        try (CsvFile file = open("lastname,company\n\nX,\n ,\u00A0\n,,,,\n\u200B\n")) {
            assertThat(file.next().cells()).containsExactly("X", "");
            assertThat(file.hasNext()).isFalse();
            assertThat(file.blankRows()).isEqualTo(4);
        }
    }

    @Test
    void dropsEmptyColumnsBehindTheLastTitle() throws IOException {
        try (CsvFile file = open("lastname;company;;\nX;Y;;\nZ;W\nV;U;T;\n")) {
            assertThat(file.header()).containsExactly("lastname", "company");
            assertThat(file.next().cells()).containsExactly("X", "Y");
            assertThat(file.next().cells()).containsExactly("Z", "W");
            assertThat(file.next().cells()).containsExactly("V", "U", "T", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsRowsAsASpreadsheetAndLinesAsAnEditor(String lineEnd) throws IOException {
        String text = "lastname,company\n\nA,\"1\n2\n3\"\nB,\n,\nC,x\n".replace("\n", lineEnd);
        try (CsvFile file = open(text)) {
            assertThat(places(file)).containsExactly("row 3", "row 4 (line 6)", "row 6 (line 8)");
            assertThat(file.firstRowLine()).isEqualTo(2);
        }
    }

    @Test
    void countsTheLinesBeforeAndOfTheTitles() throws IOException {
        try (CsvFile file = open("sep=;\r\n\"Last\r\nname\";company\r\nA;B\r\n")) {
            assertThat(file.firstRowLine()).isEqualTo(4);
            assertThat(places(file)).containsExactly("row 2 (line 4)");
        }
    }

    @Test
    void handsOutTheRowBeforeAFaultAndTheFaultAfterIt() throws IOException {
        try (CsvFile file = open("lastname\nX\n\"open\nY\n")) {
            assertThat(file.hasNext()).isTrue();
            assertThat(file.next().cells()).containsExactly("X");
            assertThat(file.hasNext()).isTrue();
            assertThat(file.unreadLine()).isEqualTo(3);
            assertThatThrownBy(file::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("line 3")
                    .hasMessageContaining("quote that is never closed");
            assertThat(file.hasNext()).isFalse();
            assertThatThrownBy(file::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void saysWhereTextFollowsAClosingQuote() throws IOException {
        try (CsvFile file = open("lastname,company\nX,\"1\n2\"\nY,\"a\" b\nZ,\n")) {
            file.next();
            assertThatThrownBy(file::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("line 4")
                    .hasMessageContaining("after a closing quote");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000})
    void handsOutAllRowsBeforeBytesThatAreNotText(int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("lastname\n".getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < rows; row++) {
            bytes.write(("Günther " + row + "\n").getBytes(StandardCharsets.UTF_8));
        }
        bytes.write("Müller\nMeier\n".getBytes(StandardCharsets.ISO_8859_1));
        try (CsvFile file = open(bytes.toByteArray(), StandardCharsets.UTF_8)) {
            for (int row = 0; row < rows; row++) {
                assertThat(file.hasNext()).isTrue();
                assertThat(file.next().cells()).containsExactly("Günther " + row);
            }
            assertThatThrownBy(file::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("line " + (rows + 2))
                    .hasMessageContaining("UTF-8")
                    .hasMessageContaining("leads.charset");
        }
    }

    @Test
    void refusesTitlesThatAreNotTextOfTheEncoding() {
        assertThatThrownBy(() -> open("Größe\nX\n", StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("leads.charset");
    }

    @Test
    void takesUtf16WithoutAMarkForWhatItIs() {
        assertThatThrownBy(() -> open("lastname\nX\n", StandardCharsets.UTF_16LE, StandardCharsets.UTF_8))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("zero bytes")
                .hasMessageContaining("UTF-16");
    }

    @Test
    void readsUtf16WithoutAMarkWhenItIsSet() throws IOException {
        try (CsvFile file = open("lastname\nX\n", StandardCharsets.UTF_16LE, StandardCharsets.UTF_16LE)) {
            assertThat(file.next().cells()).containsExactly("X");
        }
    }

    @Test
    void doesNotReadAWholeFileIntoOneCell() throws IOException {
        String swallowed = "Y,Z\n".repeat((int) (RowLimit.CHARACTERS / 3));
        try (CsvFile file = open("lastname,company\nX,\nA,\"open\n" + swallowed)) {
            file.next();
            assertThatThrownBy(file::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("line 3")
                    .hasMessageContaining("never closed");
        }
    }

    @Test
    void readsLongCellsAndManyRows() throws IOException {
        String longCell = "y".repeat(1_000_000);
        try (CsvFile file = open("lastname\n" + (longCell + "\n").repeat(10))) {
            int rows = 0;
            while (file.hasNext()) {
                assertThat(file.next().cells()).containsExactly(longCell);
                rows++;
            }
            assertThat(rows).isEqualTo(10);
        }
    }

    @Test
    void keepsAZeroByteForTheRowToBeRefused() throws IOException {
        assertThat(cells("lastname\na\u0000b\nc\n")).containsExactly(List.of("a\u0000b"), List.of("c"));
    }

    @Test
    void takesALastRowWithoutALineEnd() throws IOException {
        assertThat(cells("lastname,company\nX,Y\nZ,\"W\"")).containsExactly(List.of("X", "Y"), List.of("Z", "W"));
        assertThat(cells("lastname,company\nX,")).containsExactly(List.of("X", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "sep=;\n", ";;;\n"})
    void refusesAFileWithoutTitles(String text) {
        assertThatThrownBy(() -> open(text))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void aFileOfTitlesAloneHasNoRows() throws IOException {
        try (CsvFile file = open("lastname,company")) {
            assertThat(file.hasNext()).isFalse();
        }
    }

    private static List<String> places(CsvFile file) {
        List<String> places = new ArrayList<>();
        file.forEachRemaining(row -> places.add(row.place()));
        return places;
    }

    private List<List<String>> cells(String text) throws IOException {
        try (CsvFile file = open(text)) {
            List<List<String>> rows = new ArrayList<>();
            file.forEachRemaining(row -> rows.add(row.cells()));
            return rows;
        }
    }

    private CsvFile open(String text) throws IOException {
        return open(text, StandardCharsets.UTF_8, StandardCharsets.UTF_8);
    }

    private CsvFile open(String text, Charset written, Charset set) throws IOException {
        return open(text.getBytes(written), set);
    }

    private CsvFile open(byte[] bytes, Charset set) throws IOException {
        Path file = directory.resolve("leads.csv");
        Files.write(file, bytes);
        return CsvFile.open(file, new CsvOptions(set, "leads.charset", Optional.empty(), Duration.ZERO));
    }
}
