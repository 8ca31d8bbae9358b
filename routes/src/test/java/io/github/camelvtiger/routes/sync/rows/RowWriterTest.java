package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {

    private static final Map<String, Object> TYPED = typed();

    @TempDir
    private Path directory;

    private static Map<String, Object> typed() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("text", "a \"b\"\nc");
        record.put("digits", "007");
        record.put("number", new BigDecimal("12.50"));
        record.put("whole", 3);
        record.put("longId", new BigDecimal("12345678901234567890"));
        record.put("yes", true);
        record.put("day", LocalDate.of(2024, 1, 31));
        record.put("time", LocalDateTime.of(2024, 1, 31, 8, 5));
        record.put("clock", LocalTime.of(8, 5));
        record.put("none", null);
        record.put("list", List.of("a", "b"));
        record.put("LineItems", List.of(Map.of("quantity", new BigDecimal("2"))));
        return record;
    }

    @Test
    void csvHoldsEverythingAsText() throws IOException {
        assertThat(written("a.csv", Map.of(), TYPED))
                .isEqualTo("text,digits,number,whole,longId,yes,day,time,clock,none,list,LineItems\r\n"
                        + "\"a \"\"b\"\"\n"
                        + "c\",007,12.50,3,12345678901234567890,true,2024-01-31,2024-01-31"
                        + " 08:05:00,08:05:00,,a;b,\"[{\"\"quantity\"\":2}]\"\r\n");
    }

    @Test
    void jsonLinesKeepTypes() throws IOException {
        assertThat(written("a.jsonl", Map.of(), TYPED, Map.of("x", "y")))
                .isEqualTo("{\"text\":\"a \\\"b\\\"\\n"
                        + "c\",\"digits\":\"007\",\"number\":12.50,\"whole\":3,\"longId\":12345678901234567890,\"yes\":true,\"day\":\"2024-01-31\",\"time\":\"2024-01-31T08:05:00\",\"clock\":\"08:05:00\",\"none\":null,\"list\":[\"a\",\"b\"],\"LineItems\":[{\"quantity\":2}]}\n"
                        + "{\"x\":\"y\"}\n");
    }

    @Test
    void jsonIsAList() throws IOException {
        assertThat(written("a.json", Map.of(), Map.of("a", 1), Map.of("a", 2)))
                .isEqualTo("[\n{\"a\":1},\n{\"a\":2}\n]\n");
        assertThat(written("a.json", Map.of())).isEqualTo("[\n]\n");
    }

    @Test
    void workbooksKeepTypesThatExcelHas() throws IOException {
        written("a.xlsx", Map.of(), TYPED);

        assertThat(read("a.xlsx").get(0).cells())
                .containsEntry("text", "a \"b\"\nc")
                .containsEntry("digits", "007")
                .containsEntry("number", new BigDecimal("12.5"))
                .containsEntry("whole", new BigDecimal("3"))
                .containsEntry("longId", "12345678901234567890")
                .containsEntry("yes", true)
                .containsEntry("day", LocalDate.of(2024, 1, 31))
                .containsEntry("time", LocalDateTime.of(2024, 1, 31, 8, 5))
                .containsEntry("clock", LocalTime.of(8, 5))
                .containsEntry("none", "")
                .containsEntry("list", "a;b")
                .containsEntry("LineItems", "[{\"quantity\":2}]");
    }

    @Test
    void aDayThatExcelDoesNotHaveIsText() throws IOException {
        written("a.xlsx", Map.of(), Map.of("day", LocalDate.of(1815, 12, 10)));

        assertThat(read("a.xlsx").get(0).cells()).containsEntry("day", "1815-12-10");
    }

    @Test
    void titlesNameAndOrderTheColumns() throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("company", "Company Name");
        titles.put("lastname", "Last Name");
        titles.put("fax", "Fax");
        Map<String, Object> record = Map.of("lastname", "L", "company", "C", "phone", "1");

        assertThat(written("a.csv", titles, record)).isEqualTo("Company Name,Last Name,Fax\r\nC,L,\r\n");
        assertThat(written("a.jsonl", titles, record)).isEqualTo("{\"Company Name\":\"C\",\"Last Name\":\"L\"}\n");
        assertThat(written("a.csv", titles)).isEqualTo("Company Name,Last Name,Fax\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+cmd|x, '+cmd|x",
                "-2+3, '-2+3",
                "@SUM(A1), '@SUM(A1)",
                "＝1, '＝1",
                "'=1, ''=1",
                "-5, -5",
                "+49 30 123456, +49 30 123456",
                "-1.5e3, -1.5e3",
                "a=b, a=b",
                "'n Text, 'n Text",
            })
    void aTextThatASpreadsheetWouldComputeIsNeutralised(String text, String cell) throws IOException {
        assertThat(written("a.csv", Map.of(), Map.of("a", text))).isEqualTo("a\r\n" + cell + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
    void soIsOneBehindALineBreakOrTab(String text) throws IOException {
        assertThat(written("a.csv", Map.of(), Map.of("a", text)))
                .startsWith("a\r\n")
                .contains("'" + text);
    }

    @Test
    void formulasAreKeptIfTheyAreAllowed() throws IOException {
        Path file = directory.resolve("a.csv");
        try (RowWriter writer = new RowWriter(file, FileLayout.of(file, RowsOfText.BY_NAME, Map.of(), true, ";"))) {
            writer.write(Map.of("a", "=1+1"));
            writer.finish();
        }

        assertThat(file).content().isEqualTo("a\r\n=1+1\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void aFileHasItsNameWhenItIsComplete(Kind kind) throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "the older one");
        try (RowWriter writer = new RowWriter(file, layout(file, kind))) {
            writer.write(Map.of("a", "x"));
            assertThat(file).content().isEqualTo("the older one");
            writer.finish();
        }

        assertThat(Rows.open(file, format(kind)).next().cells()).isEqualTo(Map.of("a", "x"));
        assertThat(directory).isDirectoryContaining(each -> each.equals(file)).isDirectoryNotContaining("glob:**/.*");
    }

    @ParameterizedTest
    @EnumSource
    void aWriterThatIsClosedBeforeLeavesNothing(Kind kind) throws IOException {
        Path file = directory.resolve("made/a");
        try (RowWriter writer = new RowWriter(file, layout(file, kind))) {
            writer.write(Map.of("a", "x"));
        }

        assertThat(directory.resolve("made")).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftIsOverwritten() throws IOException {
        Files.writeString(directory.resolve(".writing-a.csv"), "half");

        assertThat(written("a.csv", Map.of(), Map.of("a", "x"))).isEqualTo("a\r\nx\r\n");
    }

    @Test
    void aRecordThatTheFileCannotHoldLeavesRoomForOthers() throws IOException {
        Path file = directory.resolve("a.csv");
        Format western = new Format(Optional.empty(), "windows-1252", Optional.of(";"), Optional.empty());
        try (RowWriter writer = new RowWriter(file, FileLayout.of(file, western, Map.of(), false, ","))) {
            writer.write(Map.of("a", "Müller €"));
            assertThatThrownBy(() -> writer.write(Map.of("a", "Łódź")))
                    .isInstanceOf(UnwritableRowException.class)
                    .hasMessageContaining("windows-1252")
                    .hasMessageContaining("Łódź");
            assertThatThrownBy(() -> writer.write(Map.of("a", "zero\0byte")))
                    .isInstanceOf(UnwritableRowException.class)
                    .hasMessageContaining("zero byte");
            assertThatThrownBy(() -> writer.write(Map.of("a", "x", "b", "y")))
                    .isInstanceOf(UnwritableRowException.class)
                    .hasMessageContaining("b");
            writer.write(Map.of("a", List.of("x", "y")));
            writer.finish();
            assertThat(writer.records()).isEqualTo(2);
        }

        assertThat(Files.readString(file, Charset.forName("windows-1252"))).isEqualTo("a\r\nMüller €\r\nx,y\r\n");
    }

    @Test
    void aTextTooLongForExcelIsRefused() throws IOException {
        Path file = directory.resolve("a.xlsx");
        try (RowWriter writer = new RowWriter(file, layout(file, Kind.XLSX))) {
            writer.write(Map.of("a", "x".repeat(32_767)));
            assertThatThrownBy(() -> writer.write(Map.of("a", "x".repeat(32_768))))
                    .isInstanceOf(UnwritableRowException.class)
                    .hasMessageContaining("32767");
            writer.write(Map.of("a", "y"));
            writer.finish();
        }

        assertThat(read("a.xlsx")).hasSize(2);
    }

    @Test
    void manyRowsOfAWorkbookAreAllThere() throws IOException {
        Path file = directory.resolve("a.xlsx");
        try (RowWriter writer = new RowWriter(file, layout(file, Kind.XLSX))) {
            for (int row = 0; row < 1_234; row++) {
                writer.write(Map.of("a", row));
            }
            writer.finish();
        }

        assertThat(read("a.xlsx"))
                .hasSize(1_234)
                .allMatch(row -> row.cells().get("a").equals(BigDecimal.valueOf(row.number() - 1)));
    }

    @Test
    void jsonEscapesWhatTheCharsetDoesNotHave() throws IOException {
        Path file = directory.resolve("a.jsonl");
        Format western = new Format(Optional.empty(), "windows-1252", Optional.empty(), Optional.empty());
        try (RowWriter writer = new RowWriter(file, FileLayout.of(file, western, Map.of(), false, ";"))) {
            writer.write(Map.of("a", "Łódź"));
            writer.finish();
        }

        assertThat(file).content().isEqualTo("{\"a\":\"\\u0141\\u00F3d\\u017A\"}\n");
    }

    private String written(String name, Map<String, String> titles, Map<?, ?>... records) throws IOException {
        Path file = directory.resolve(name);
        try (RowWriter writer = new RowWriter(file, FileLayout.of(file, RowsOfText.BY_NAME, titles, false, ";"))) {
            for (Map<?, ?> record : records) {
                writer.write((Map<String, ?>) record);
            }
            writer.finish();
        }
        return name.endsWith(".xlsx") ? "" : Files.readString(file);
    }

    private List<Row> read(String name) {
        try (RowReader reader = Rows.open(directory.resolve(name), RowsOfText.BY_NAME)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        }
    }

    private static FileLayout layout(Path file, Kind kind) {
        return FileLayout.of(file, format(kind), Map.of(), false, ";");
    }

    private static Format format(Kind kind) {
        return new Format(Optional.of(kind), "UTF-8", Optional.empty(), Optional.empty());
    }
}
