package io.github.camelvtiger.routes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadFileTest {

    private static final Map<String, Object> LEADS = Map.of(
            "name",
            "Leads",
            "fields",
            List.of(
                    Map.of("name", "firstname", "label", "First Name"),
                    Map.of("name", "lastname", "label", "Last Name"),
                    Map.of("name", "company", "label", "Company"),
                    Map.of("name", "phone", "label", "Primary Phone"),
                    Map.of("name", "fax", "label", "Phone")));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsEachSeparator(String separator) throws IOException {
        List<Map<String, Object>> records =
                records("lastname|company\nMüller|\"A|B\"\n".replace("|", separator), StandardCharsets.UTF_8);

        assertThat(records).containsExactly(Map.of("lastname", "Müller", "company", "A" + separator + "B"));
    }

    @Test
    void takesApiNamesAndLabelsInAnyCase() throws IOException {
        assertThat(records("FIRSTNAME, Last Name \nAda,Lovelace\n", StandardCharsets.UTF_8))
                .containsExactly(Map.of("firstname", "Ada", "lastname", "Lovelace"));
    }

    @Test
    void prefersANameToALabel() throws IOException {
        assertThat(records("lastname,phone\nX,1\n", StandardCharsets.UTF_8))
                .containsExactly(Map.of("lastname", "X", "phone", "1"));
    }

    @Test
    void skipsTheByteOrderMark() throws IOException {
        assertThat(records("\uFEFF\"lastname\"\nX\n", StandardCharsets.UTF_8)).containsExactly(Map.of("lastname", "X"));
    }

    @Test
    void keepsQuotesAndLineBreaksInsideACell() throws IOException {
        assertThat(records("lastname,company\r\nX,\"a \"\"b\"\"\r\nc\"\r\n", StandardCharsets.UTF_8))
                .containsExactly(Map.of("lastname", "X", "company", "a \"b\"\r\nc"));
    }

    @Test
    void leavesOutEmptyCellsAndBlankLines() throws IOException {
        assertThat(records("lastname,company\n\nX,\n   \n", StandardCharsets.UTF_8))
                .containsExactly(Map.of("lastname", "X"));
    }

    @Test
    void countsRowsAsASpreadsheetDoes() throws IOException {
        try (LeadFile file = open("lastname\n\nX\n", StandardCharsets.UTF_8)) {
            assertThat(file.next().number()).isEqualTo(3);
        }
    }

    @Test
    void readsOtherEncodings() throws IOException {
        Charset western = Charset.forName("windows-1252");
        assertThat(records("lastname\nMüller\n", western)).containsExactly(Map.of("lastname", "Müller"));
    }

    @Test
    void namesTheEncodingWhenTheBytesAreNone() throws IOException {
        Path file = directory.resolve("leads.csv");
        Files.write(file, "lastname\nMüller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> LeadFile.open(file, StandardCharsets.UTF_8).hasNext())
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("leads.charset");
    }

    @Test
    void refusesAColumnThatIsNoField() {
        assertThatThrownBy(() -> records("lastname,shoe size\nX,42\n", StandardCharsets.UTF_8))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("'shoe size'")
                .hasMessageContaining("company (Company)");
    }

    @Test
    void refusesTwoColumnsOfOneField() {
        assertThatThrownBy(() -> records("lastname,Last Name\nX,Y\n", StandardCharsets.UTF_8))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("lastname");
    }

    @Test
    void refusesAColumnWithoutName() {
        assertThatThrownBy(() -> records("lastname,\nX,Y\n", StandardCharsets.UTF_8))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("Column 2");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> records("", StandardCharsets.UTF_8))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void refusesARowWithAnotherNumberOfCells() {
        assertThatThrownBy(() -> records("lastname,company\nX,Y,Z\n", StandardCharsets.UTF_8))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("3 cells")
                .hasMessageContaining("2 columns");
    }

    @Test
    void saysWhereAFileStopsBeingCsv() {
        assertThatThrownBy(() -> records("lastname\nX\n\"open\nY\n", StandardCharsets.UTF_8))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("no valid CSV");
    }

    @Test
    void aRejectedFileCanBeMendedAndReadAgain() throws IOException {
        Path rejected = directory.resolve("rejected");
        try (LeadFile file = open("lastname;company\n;\"a;b\"\n", StandardCharsets.UTF_8)) {
            new RejectedRows(rejected).add("leads.csv", file, file.next(), "no last name");
        }
        assertThat(rejected.resolve("leads.csv"))
                .content()
                .isEqualToNormalizingNewlines("lastname;company;reason\n\"\";\"a;b\";row 2: no last name\n");

        String mended = Files.readString(rejected.resolve("leads.csv")).replace("\"\";", "X;");
        assertThat(records(mended, StandardCharsets.UTF_8)).containsExactly(Map.of("lastname", "X", "company", "a;b"));
    }

    private List<Map<String, Object>> records(String text, Charset charset) throws IOException {
        try (LeadFile file = open(text, charset)) {
            List<Map<String, Object>> records = new ArrayList<>();
            file.forEachRemaining(row -> records.add(file.record(row)));
            return records;
        }
    }

    private LeadFile open(String text, Charset charset) throws IOException {
        Path file = directory.resolve("leads.csv");
        Files.writeString(file, text, charset);
        LeadFile opened = LeadFile.open(file, charset);
        opened.useColumns(ColumnMapping.of(opened.header(), LEADS));
        return opened;
    }
}
