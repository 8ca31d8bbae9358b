package io.github.camelvtiger.routes.sync.rows;

import static io.github.camelvtiger.routes.sync.rows.Workbooks.number;
import static io.github.camelvtiger.routes.sync.rows.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Format;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReaderTest {

    @TempDir
    private Path directory;

    private final Workbooks book = new Workbooks();

    @Test
    void readsTheFirstSheetBelowItsTitles() throws IOException {
        book.sheet(
                "Leads",
                row(2, book.text("A2", "Last Name "), book.text("B2", "Employees")),
                row(3, book.text("A3", "\u00A0Müller"), number("B3", "12", 0)),
                row(5),
                row(6, book.text("A6", " ")),
                row(7, number("B7", "7", 0)));
        try (RowReader reader = open(Optional.empty())) {
            assertThat(reader.columns()).containsExactly("Last Name", "Employees");
            assertThat(reader.next())
                    .isEqualTo(new Row(
                            1,
                            "sheet Leads, row 3",
                            Map.of("Last Name", "Müller", "Employees", new BigDecimal("12")),
                            Optional.empty()));
            assertThat(reader.next())
                    .isEqualTo(new Row(
                            2,
                            "sheet Leads, row 7",
                            Map.of("Last Name", "", "Employees", new BigDecimal("7")),
                            Optional.empty()));
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.emptyRows()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12.0, 12",
        "12.50, 12.5",
        "-0.5, -0.5",
        "4.0999999999999996, 4.1",
        "0.30000000000000004, 0.3",
        "1234567890123450, 1234567890123450",
        "12345678901234567, 12345678901234567",
        "1.2345E+2, 123.45",
        "1E+3, 1000",
        "1.0000000000000001E-5, 0.00001",
    })
    void aNumberIsAsItWasTyped(String stored, String typed) throws IOException {
        assertThat(value(number("A2", stored, 0))).isEqualTo(new BigDecimal(typed));
    }

    @Test
    void aLongNumberThatWasTypedAsTextIsText() throws IOException {
        assertThat(value(book.text("A2", "00123456789012345678"))).isEqualTo("00123456789012345678");
    }

    @ParameterizedTest
    @CsvSource({"00000, 1234, 01234", "00000, 123456, 123456", "000, 7, 007"})
    void zerosThatAFormatShowsBelongToTheValue(String format, String stored, String shown) throws IOException {
        assertThat(value(number("A2", stored, book.style(format)))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14",
                "15",
                "17",
                "27",
                "57",
                "dd.mm.yyyy",
                "yyyy-mm-dd",
                "[$-407]d. mmmm yyyy;@",
                "mmm",
                "d/m/yy\\ \"Uhr: h\""
            })
    void aFormatOfDatesMakesADate(String format) throws IOException {
        assertThat(value(number("A2", "45292", book.style(format)))).isEqualTo(LocalDate.of(2024, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "dd.mm.yyyy hh:mm", "m/d/yy h:mm AM/PM", "yyyy-mm-dd\"T\"hh:mm:ss"})
    void aFormatOfDatesAndTimesMakesBoth(String format) throws IOException {
        assertThat(value(number("A2", "45292.520833333336", book.style(format))))
                .isEqualTo(LocalDateTime.of(2024, 1, 1, 12, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "20", "21", "45", "33", "hh:mm:ss"})
    void aFormatOfTimesMakesATime(String format) throws IOException {
        assertThat(value(number("A2", "0.35416666666666669", book.style(format))))
                .isEqualTo(LocalTime.of(8, 30));
    }

    @Test
    void aTimeLongerThanADayIsTheTextThatIsShown() throws IOException {
        assertThat(value(number("A2", "1.1041666666666667", book.style("[h]:mm:ss"))))
                .isEqualTo("26:30:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "2",
                "9",
                "44",
                "49",
                "General",
                "Standard",
                "#,##0.00\\ \"days\"",
                "[Red]0.00",
                "0.00E+00",
                "_-* #,##0.00\\ [$CHF-807]_-",
                "# ?/?"
            })
    void otherFormatsLeaveANumber(String format) throws IOException {
        assertThat(value(number("A2", "12.5", book.style(format)))).isEqualTo(new BigDecimal("12.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 1899-12-31",
        "'', 1, 1900-01-01",
        "'', 59, 1900-02-28",
        "'', 61, 1900-03-01",
        "'', 2958465, 9999-12-31",
        "1, 0, 1904-01-01",
        "true, 43831, 2024-01-02",
        "0, 45292, 2024-01-01"
    })
    void daysAreCountedFromTheWorkbooksFirst(String startsIn1904, String stored, LocalDate date) throws IOException {
        if (!startsIn1904.isEmpty()) {
            book.startsIn1904(startsIn1904);
        }
        assertThat(value(number("A2", stored, book.style("14")))).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2958466", "1E+300"})
    void aNumberThatIsNoDayIsAFaultOfItsRow(String stored) throws IOException {
        assertFault(number("A2", stored, book.style("14")), "A2", stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999"})
    void aNumberThatWouldFillTheMemoryIsAFaultOfItsRow(String stored) throws IOException {
        assertFault(number("A2", stored, 0), "A2", stored);
        assertFault(number("A2", stored, book.style("14")), "A2", stored);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void readsBooleans(String stored, boolean value) throws IOException {
        assertThat(value("<c r=\"A2\" t=\"b\"><v>" + stored + "</v></c>")).isEqualTo(value);
    }

    @Test
    void readsTheResultsOfFormulas() throws IOException {
        int date = book.style("14");
        book.sheet(
                "S",
                row(1, book.text("A1", "a"), book.text("B1", "b"), book.text("C1", "c"), book.text("D1", "d")),
                row(
                        2,
                        "<c r=\"A2\"><f>1+1</f><v>2</v></c>",
                        "<c r=\"B2\" t=\"str\"><f>\"x\"</f><v>x</v></c>",
                        "<c r=\"C2\" t=\"b\"><f>TRUE()</f><v>1</v></c>",
                        "<c r=\"D2\" s=\"" + date + "\"><f>TODAY()</f><v>45292</v></c>"));

        assertThat(rows().get(0).cells())
                .isEqualTo(Map.of("a", new BigDecimal("2"), "b", "x", "c", true, "d", LocalDate.of(2024, 1, 1)));
    }

    @Test
    void aFormulaWithoutAResultIsAFaultOfItsRow() throws IOException {
        assertFault("<c r=\"A2\"><f>1+1</f></c>", "A2", "not stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#N/A", "#DIV/0!", "#NAME?"})
    void anErrorIsAFaultOfItsRow(String error) throws IOException {
        assertFault("<c r=\"A2\" t=\"e\"><v>" + error + "</v></c>", "A2", error);
        assertFault("<c r=\"A2\" t=\"e\"><f>B1/0</f><v>" + error + "</v></c>", "A2", error);
    }

    @Test
    void aTextThatLooksLikeAnErrorIsText() throws IOException {
        assertThat(value(book.text("A2", "#N/A"))).isEqualTo("#N/A");
    }

    @ParameterizedTest
    @CsvSource({"a_x000D__x000A_b, 'a\r\nb'", "a_x005F_x0041_b, a_x0041_b", "a_x00, a_x00", "'_x0009_a', a"})
    void readsCharactersThatXmlDoesNotHave(String stored, String text) throws IOException {
        assertThat(value(book.text("A2", stored))).isEqualTo(text);
    }

    @Test
    void readsTextOfSeveralFontsAndTextInTheCell() throws IOException {
        assertThat(value(book.text("A2", "Ada </t></r><r><t>Lovelace"))).isEqualTo("Ada Lovelace");
        assertThat(value("<c r=\"A2\" t=\"inlineStr\"><is><r><t>Ada </t></r><r><t>Lovelace</t></r></is></c>"))
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void aCellWithoutATitleIsAFaultOfItsRow() throws IOException {
        book.sheet(
                "S",
                row(1, book.text("A1", "a")),
                row(2, number("A2", "1", 0), number("C2", "2", 0)),
                row(3, number("A3", "1", 0), book.text("C3", " ")));

        assertThat(rows())
                .extracting(Row::fault)
                .satisfiesExactly(
                        fault -> assertThat(fault).get().asString().contains("column 3 has no title"),
                        fault -> assertThat(fault).isEmpty());
    }

    @Test
    void takesTheSheetThatIsNamedAlsoAHiddenOne() throws IOException {
        book.sheet("First", row(1, book.text("A1", "a"))).hidden("Second", row(1, book.text("A1", "b")));
        try (RowReader reader = open(Optional.of(" second"))) {
            assertThat(reader.columns()).containsExactly("b");
        }
    }

    @Test
    void passesOverSheetsThatAreHidden() throws IOException {
        book.hidden("Lists", row(1, book.text("A1", "a"))).sheet("Leads", row(1, book.text("A1", "b")));
        try (RowReader reader = open(Optional.empty())) {
            assertThat(reader.columns()).containsExactly("b");
        }
    }

    @Test
    void namesTheSheetsThatThereAre() throws IOException {
        book.sheet("Leads", row(1)).hidden("Lists", row(1));

        assertThatThrownBy(() -> open(Optional.of("Contacts")))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("'Contacts'")
                .hasMessageContaining("'Leads', 'Lists' (hidden)");
    }

    @Test
    void refusesASheetWithoutTitles() throws IOException {
        book.sheet("Leads", row(1), row(2, book.text("A2", " ")));

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("'Leads' is empty");
    }

    @Test
    void refusesMergedTitles() throws IOException {
        book.sheet("S", row(1, book.text("A1", "Name"), "<c r=\"B1\"/>", book.text("C1", "Phone")));

        assertThatThrownBy(() -> open(Optional.empty())).hasMessageContaining("Column 2 has no title");
    }

    @Test
    void countsRowsThatHaveNoNumbers() throws IOException {
        book.sheet(
                "S",
                "<row><c"
                        + " t=\"inlineStr\"><is><t>a</t></is></c></row><row><c><v>1</v></c></row><row><c><v>2</v></c></row>");

        assertThat(rows()).extracting(Row::place).containsExactly("sheet S, row 2", "sheet S, row 3");
    }

    @Test
    void knowsTheRejectThatARowWas() throws IOException {
        book.sheet(
                "S",
                row(1, book.text("A1", "_reject"), book.text("B1", "_reason"), book.text("C1", "a")),
                row(2, number("A2", "17", 0), book.text("B2", "because"), book.text("C2", "x")));
        try (RowReader reader = open(Optional.empty())) {
            assertThat(reader.columns()).containsExactly("a");
            Row row = reader.next();
            assertThat(row.reject()).contains("17");
            assertThat(row.cells()).isEqualTo(Map.of("a", "x"));
        }
    }

    @Test
    void aSheetThatIsBrokenEndsTheRowsAndSaysWhere() throws IOException {
        book.sheet(
                "S", row(1, book.text("A1", "a")), row(2, number("A2", "1", 0)), "<row r=\"3\"><c r=\"A3\"></x></row>");
        try (RowReader reader = open(Optional.empty())) {
            assertThat(reader.next().cells()).isEqualTo(Map.of("a", BigDecimal.ONE));
            assertThat(reader.hasNext()).isTrue();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("after row 2")
                    .hasMessageContaining("1 row was read");
        }
    }

    @Test
    void aWorkbookThatWasNotCopiedWholeIsRefused() throws IOException {
        book.sheet("S", row(1, book.text("A1", "a")));
        Path file = book.write(directory.resolve("a.xlsx"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> Rows.open(file, RowsOfText.BY_NAME))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("not copied whole");
    }

    @Test
    void aWorkbookThatIsChangedWhileItIsReadIsRefused() throws IOException {
        book.sheet("S", row(1, book.text("A1", "a")), row(2, number("A2", "1", 0)));
        try (RowReader reader = open(Optional.empty())) {
            Files.write(directory.resolve("a.xlsx"), new byte[1], StandardOpenOption.APPEND);
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOfSatisfying(BadFileException.class, e -> assertThat(e.isReplaced())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({"content.xml, OpenDocument", "xl/workbook.bin, .xlsb", "word/document.xml, not an Excel workbook"})
    void saysWhatOtherArchivesAre(String entry, String kind) throws IOException {
        Path file = directory.resolve("a.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
        }

        assertThatThrownBy(() -> Rows.open(file, RowsOfText.BY_NAME))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(kind);
    }

    @Test
    void refusesTextsThatDoNotFitIntoTheMemory() throws IOException {
        book.sheet("S", row(1, book.text("A1", "x".repeat(3 << 20))));
        Path file = book.write(directory.resolve("a.xlsx"));

        assertThatThrownBy(() -> XlsxPackage.inspect(file, 2 << 20))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("2 MB")
                .hasMessageContaining("-Xmx");
        assertThat(XlsxPackage.inspect(file, 4 << 20)).isNotNull();
    }

    private Object value(String cell) throws IOException {
        List<Row> rows = rows(cell);
        assertThat(rows.get(0).fault()).isEmpty();
        return rows.get(0).cells().get("title");
    }

    private void assertFault(String cell, String... words) throws IOException {
        List<Row> rows = rows(cell);
        assertThat(rows.get(0).fault()).get().asString().contains(words);
        assertThat(rows.get(1).cells()).isEqualTo(Map.of("title", BigDecimal.TEN));
        assertThat(rows.get(1).fault()).isEmpty();
    }

    private List<Row> rows(String cell) throws IOException {
        book.sheet("S", row(1, book.text("A1", "title")), row(2, cell), row(3, number("A3", "10", 0)));
        return rows();
    }

    private List<Row> rows() throws IOException {
        try (RowReader reader = open(Optional.empty())) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        }
    }

    private RowReader open(Optional<String> sheet) throws IOException {
        Path file = book.write(directory.resolve("a.xlsx"));
        return Rows.open(file, new Format(Optional.empty(), "UTF-8", Optional.empty(), sheet));
    }
}
