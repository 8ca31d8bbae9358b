package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @TempDir
    private Path directory;

    private RowsOfText text;

    @BeforeEach
    void prepare() {
        text = new RowsOfText(directory);
    }

    @Test
    void readsAListOfObjects() {
        assertThat(text.rows("a.json", "[\n{\"a\": \"x\"},\n\n{\"b\": \"y\"}]"))
                .containsExactly(
                        new Row(1, "object 1 (line 2)", Map.of("a", "x"), Optional.empty()),
                        new Row(2, "object 2 (line 4)", Map.of("b", "y"), Optional.empty()));
    }

    @Test
    void readsOneObject() {
        assertThat(text.cells("a.json", "{\"a\": \"x\"}")).containsExactly(Map.of("a", "x"));
    }

    @Test
    void keepsTypesAndTheDigitsOfNumbers() {
        Map<String, Object> cells = text.cells(
                        "a.json",
                        "[{\"t\":\" x"
                                + " \",\"i\":12,\"d\":12.50,\"l\":12345678901234567890,\"e\":1e3,\"b\":true,\"n\":null,"
                                + "\"list\":[1,[2],{\"a\":null}],\"map\":{\"q\":0.10}}]")
                .get(0);

        assertThat(cells)
                .containsEntry("t", " x ")
                .containsEntry("i", new BigDecimal("12"))
                .containsEntry("d", new BigDecimal("12.50"))
                .containsEntry("l", new BigDecimal("12345678901234567890"))
                .containsEntry("e", new BigDecimal("1e3"))
                .containsEntry("b", true)
                .containsEntry("n", null)
                .containsEntry("map", Map.of("q", new BigDecimal("0.10")));
        assertThat(((List<?>) cells.get("list")).subList(0, 2))
                .isEqualTo(Arrays.asList(BigDecimal.ONE, List.of(BigDecimal.valueOf(2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void aByteOrderMarkDecidesTheEncoding(String charset) {
        try (RowReader reader = text.open("a.json", "\uFEFF[{\"ä\":\"Łódź\"}]".getBytes(Charset.forName(charset)))) {
            assertThat(reader.next().cells()).isEqualTo(Map.of("ä", "Łódź"));
        }
    }

    @Test
    void anElementThatIsNotAnObjectIsAFaultyRowAndTheRestIsRead() {
        assertThat(text.rows("a.json", "[1, {\"a\":\"x\"}, [[2]], null, \"t\", {\"a\":\"y\"}]"))
                .satisfiesExactly(
                        row -> assertThat(row.fault()).contains("It is a number, not an object."),
                        row -> assertThat(row.fault()).isEmpty(),
                        row -> assertThat(row.fault()).contains("It is a list, not an object."),
                        row -> assertThat(row.fault()).contains("It is null, not an object."),
                        row -> assertThat(row.fault()).contains("It is a text, not an object."),
                        row -> assertThat(row.cells()).isEqualTo(Map.of("a", "y")));
    }

    @Test
    void aNameThatIsThereTwiceIsAFaultOfItsRow() {
        assertThat(text.rows("a.json", "[{\"a\":\"x\",\"a\":\"y\"},{\"i\":[{\"b\":1,\"b\":2}]},{\"a\":\"z\"}]"))
                .extracting(Row::fault)
                .satisfiesExactly(
                        fault -> assertThat(fault).get().asString().contains("'a' twice"),
                        fault -> assertThat(fault).get().asString().contains("'b' twice"),
                        fault -> assertThat(fault).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999"})
    void aNumberThatWouldFillTheMemoryIsAFaultOfItsRow(String number) {
        assertThat(text.rows("a.json", "[{\"a\":" + number + "},{\"a\":1}]"))
                .extracting(Row::fault)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .get()
                                .asString()
                                .contains("'a'")
                                .contains(number),
                        fault -> assertThat(fault).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"a\":1},{\"a\":2}|close marker",
                "[{\"a\":1},{\"a\":2},{\"a\" 3}]|object 3, at line 1",
                "[{\"a\":1},{\"a\":2}]x|object",
                "[{\"a\":1},{\"a\":2}]{}|behind the end",
                "[{\"a\":1},{\"a\":2},|object 3",
            })
    void whatIsBrokenEndsTheRowsAndIsSaid(String json, String sentence) {
        try (RowReader reader = text.open("a.json", json)) {
            reader.next();
            assertThat(reader.hasNext()).isTrue();
            reader.next();
            assertThat(reader.hasNext()).isTrue();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining(sentence)
                    .hasMessageContaining("2 rows were read");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void linesOfObjectsAreSaidToBeJsonLines() {
        try (RowReader reader = text.open("a.json", "{\"a\":1}\n{\"a\":2}\n")) {
            reader.next();
            assertThatThrownBy(reader::next).hasMessageContaining("line 2").hasMessageContaining(".jsonl");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|empty", "' '|empty", "12|a number", "\"x\"|a text", "x|broken"})
    void refusesWhatHoldsNoObjects(String json, String sentence) {
        try (RowReader reader = text.open("a.json", json)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining(sentence);
        }
    }

    @Test
    void refusesToNestWithoutEnd() {
        try (RowReader reader = text.open("a.json", "[{\"a\":" + "[".repeat(100_000))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("nesting depth");
        }
    }

    @Test
    void doesNotReadAWholeFileIntoOneRow() {
        String much = "\"x\",".repeat((int) RowLimit.CHARACTERS / 3);
        try (RowReader reader = text.open("a.json", "[{\"a\":[" + much + "\"x\"]}]")) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("object 1 is longer");
        }
    }

    @Test
    void bytesThatAreNotTextEndTheRows() {
        byte[] bytes = "[{\"a\":\"x\"},{\"a\":\"M\u00fcller\"}]".getBytes(Charset.forName("windows-1252"));
        try (RowReader reader = text.open("a.json", bytes)) {
            assertThat(reader.next().cells()).isEqualTo(Map.of("a", "x"));
            assertThatThrownBy(reader::next)
                    .isInstanceOf(BadFileException.class)
                    .hasMessageContaining("object 2")
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void knowsTheRejectThatARowWas() {
        Row row = text.rows("a.json", "[{\"_reject\":17,\"_reason\":\"because\",\"a\":\"x\"}]")
                .get(0);

        assertThat(row.reject()).contains("17");
        assertThat(row.cells()).isEqualTo(Map.of("a", "x"));
    }
}
