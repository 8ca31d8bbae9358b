package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesReaderTest {

    private static final String GOOD = "{\"a\":\"y\"}";

    @TempDir
    private Path directory;

    private RowsOfText text;

    @BeforeEach
    void prepare() {
        text = new RowsOfText(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsALineAsARow(String lineEnd) {
        try (RowReader reader = text.open("a.jsonl", ("{\"a\":\"x\"}\n\n \n" + GOOD).replace("\n", lineEnd))) {
            assertThat(reader.next()).isEqualTo(new Row(1, "line 1", Map.of("a", "x"), Optional.empty()));
            assertThat(reader.next()).isEqualTo(new Row(2, "line 4", Map.of("a", "y"), Optional.empty()));
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.emptyRows()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":|end-of-input",
                "x|Unrecognized token",
                "{\"a\":1} x|behind the object",
                "{\"a\":1}{\"a\":2}|behind the object",
                "[1]|it is a list",
                "12|it is a number",
            })
    void aBadLineIsAFaultyRowThatKeepsItsTextAndTheRestIsRead(String line, String sentence) {
        assertThat(text.rows("a.jsonl", GOOD + "\n" + line + "\n" + GOOD))
                .satisfiesExactly(
                        row -> assertThat(row.fault()).isEmpty(),
                        row -> {
                            assertThat(row.place()).isEqualTo("line 2");
                            assertThat(row.fault())
                                    .get()
                                    .asString()
                                    .contains("not a JSON object")
                                    .contains(sentence);
                            assertThat(row.cells()).isEqualTo(Map.of("_line", line));
                        },
                        row -> assertThat(row.cells()).isEqualTo(Map.of("a", "y")));
    }

    @Test
    void aLineWhoseBytesAreNotTextIsAFaultyRow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\"a\":\"M\u00fcller\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(GOOD.getBytes(StandardCharsets.UTF_8));
        try (RowReader reader = text.open("a.jsonl", bytes.toByteArray())) {
            assertThat(reader.next().fault()).get().asString().contains("not UTF-8 text");
            assertThat(reader.next().fault()).isEmpty();
        }
    }

    @Test
    void aLineWithoutEndIsAFaultyRow() {
        assertThat(text.rows("a.jsonl", "{\"a\":\"" + "x".repeat((int) RowLimit.CHARACTERS) + "\"}\n" + GOOD))
                .satisfiesExactly(
                        row -> assertThat(row.fault()).get().asString().contains("longer"),
                        row -> assertThat(row.fault()).isEmpty());
    }

    @Test
    void nestingWithoutEndIsAFaultyRow() {
        assertThat(text.rows("a.jsonl", "{\"a\":" + "[".repeat(100_000) + "\n" + GOOD))
                .satisfiesExactly(
                        row -> assertThat(row.fault()).get().asString().contains("nesting depth"),
                        row -> assertThat(row.fault()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecidesTheEncoding(String charset) {
        // A letter whose code has the byte of a line feed in it does not end a line.
        String lines = "\uFEFF{\"a\":\"\u010A\u0A0D\"}\r\n{\"a\":\"Łódź\"}";
        try (RowReader reader = text.open("a.jsonl", lines.getBytes(Charset.forName(charset)))) {
            assertThat(reader.next().cells()).isEqualTo(Map.of("a", "\u010A\u0A0D"));
            assertThat(reader.next().cells()).isEqualTo(Map.of("a", "Łódź"));
        }
    }

    @Test
    void aRejectedLineIsReadAsTheLineThatItIs() {
        assertThat(text.rows(
                        "a.jsonl",
                        "{\"_reject\":\"7\",\"_reason\":\"r\",\"_line\":\"{\\\"a\\\":\\\"x\\\"}\"}\n"
                                + "{\"_reject\":\"8\",\"_reason\":\"r\",\"_line\":\"{\\\"a\\\"\"}"))
                .satisfiesExactly(
                        row -> {
                            assertThat(row.cells()).isEqualTo(Map.of("a", "x"));
                            assertThat(row.reject()).contains("7");
                            assertThat(row.fault()).isEmpty();
                        },
                        row -> {
                            assertThat(row.cells()).isEqualTo(Map.of("_line", "{\"a\""));
                            assertThat(row.reject()).contains("8");
                            assertThat(row.fault()).isPresent();
                        });
    }
}
