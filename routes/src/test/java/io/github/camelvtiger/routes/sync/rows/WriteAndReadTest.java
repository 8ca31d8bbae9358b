package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is written can be read: whatever the texts are, each format gives the same cells again. */
class WriteAndReadTest {

    private static Path directory;

    @BeforeContainer
    static void create() throws IOException {
        directory = Files.createTempDirectory("rows");
    }

    @AfterContainer
    static void delete() throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Property(tries = 200)
    void csv(
            @ForAll("tables") List<List<String>> rows,
            @ForAll("separators") String separator,
            @ForAll("charsets") String charset,
            @ForAll boolean formulas)
            throws IOException {
        Format format = new Format(Optional.of(Kind.CSV), charset, Optional.of(separator), Optional.empty());
        assertThat(readBack(rows, format, formulas)).isEqualTo(stripped(rows));
    }

    @Property(tries = 30)
    void xlsx(@ForAll("tables") List<List<String>> rows) throws IOException {
        assertThat(readBack(rows, format(Kind.XLSX), false)).isEqualTo(stripped(rows));
    }

    @Property(tries = 100)
    void json(@ForAll("tables") List<List<String>> rows, @ForAll("charsets") String charset) throws IOException {
        assertThat(readBack(
                        rows, new Format(Optional.of(Kind.JSON), charset, Optional.empty(), Optional.empty()), false))
                .isEqualTo(rows);
    }

    @Property(tries = 100)
    void jsonLines(@ForAll("tables") List<List<String>> rows, @ForAll("charsets") String charset) throws IOException {
        assertThat(readBack(
                        rows, new Format(Optional.of(Kind.JSONL), charset, Optional.empty(), Optional.empty()), false))
                .isEqualTo(rows);
    }

    @Property(tries = 100)
    void whatIsAddedDayByDay(
            @ForAll("tables") List<List<String>> rows, @ForAll("kindsToAdd") Kind kind, @ForAll boolean torn)
            throws IOException {
        Path file = directory.resolve("day");
        Files.deleteIfExists(file);
        Map<String, String> titles = new LinkedHashMap<>(Map.of("key", "key"));
        for (int column = 0; column < width(rows); column++) {
            titles.put("c" + column, "c" + column);
        }
        FileLayout layout = FileLayout.of(file, format(kind), titles, false, ";");
        for (Map<String, Object> record : records(rows)) {
            try (AppendedFile added = AppendedFile.open(file, layout)) {
                added.add(List.of(record));
                assertThat(added.path()).isEqualTo(file);
            }
            if (torn) {
                Files.writeString(file, kind == Kind.CSV ? "\"half\na " : "{\"half", StandardOpenOption.APPEND);
            }
        }
        if (torn && !rows.isEmpty()) {
            AppendedFile.open(file, layout).close();
        }
        assertThat(rows.isEmpty() ? rows : read(file, format(kind)))
                .isEqualTo(kind == Kind.CSV ? stripped(rows) : rows);
    }

    @Property(tries = 100)
    void rejectsThatAreDroppedAgain(@ForAll("tables") List<List<String>> rows, @ForAll Kind kind) throws IOException {
        Format format = format(kind);
        Path source = write(rows, format, true);
        Path rejects = directory.resolve("rejects");
        List<Row> rejected = rows(source, format);
        try (RejectsFile file = RejectsFile.like(source, format, rejects)) {
            for (Row row : rejected) {
                file.add(row.cells(), "r" + row.number(), row.place() + ": because of „this“");
            }
            file.finish();
        }

        List<Row> again = rows(rejects, format);
        assertThat(again)
                .extracting(Row::cells)
                .isEqualTo(rejected.stream().map(Row::cells).toList());
        assertThat(again)
                .extracting(row -> row.reject().orElseThrow())
                .isEqualTo(rejected.stream().map(row -> "r" + row.number()).toList());
        assertThat(again).allMatch(row -> row.fault().isEmpty());
    }

    private static List<List<String>> readBack(List<List<String>> rows, Format format, boolean formulas)
            throws IOException {
        return read(write(rows, format, formulas), format);
    }

    private static Path write(List<List<String>> rows, Format format, boolean formulas) throws IOException {
        Path file = directory.resolve("file");
        Map<String, String> titles = new LinkedHashMap<>(Map.of("key", "key"));
        for (int column = 0; column < width(rows); column++) {
            titles.put("c" + column, "c" + column);
        }
        try (RowWriter writer = new RowWriter(file, FileLayout.of(file, format, titles, formulas, ";"))) {
            for (Map<String, Object> record : records(rows)) {
                writer.write(record);
            }
            writer.finish();
        }
        return file;
    }

    private static int width(List<List<String>> rows) {
        return rows.isEmpty() ? 1 : rows.get(0).size();
    }

    /** With a column that is never empty: rows without any content are left out. */
    private static List<Map<String, Object>> records(List<List<String>> rows) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, Object> record = new LinkedHashMap<>(Map.of("key", "k"));
            for (int column = 0; column < row.size(); column++) {
                record.put("c" + column, row.get(column));
            }
            records.add(record);
        }
        return records;
    }

    private static List<List<String>> read(Path file, Format format) {
        return rows(file, format).stream()
                .map(row -> {
                    assertThat(row.fault()).isEmpty();
                    return row.cells().values().stream()
                            .skip(1)
                            .map(String.class::cast)
                            .toList();
                })
                .toList();
    }

    private static List<Row> rows(Path file, Format format) {
        try (RowReader reader = Rows.open(file, format, Duration.ZERO)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        }
    }

    private static List<List<String>> stripped(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CellText::strip).toList())
                .toList();
    }

    private static Format format(Kind kind) {
        return new Format(Optional.of(kind), "UTF-8", Optional.empty(), Optional.empty());
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> character = Arbitraries.oneOf(
                Arbitraries.of(
                        "\"",
                        "'",
                        ",",
                        ";",
                        "\t",
                        "|",
                        "\n",
                        "\r",
                        "\r\n",
                        " ",
                        "=",
                        "+",
                        "-",
                        "@",
                        "_x0041_",
                        "_",
                        "x",
                        "7",
                        "\\",
                        "<",
                        "&",
                        "]]>",
                        "\u00A0",
                        "\u200B",
                        "\uFEFF",
                        "ä",
                        "ß",
                        "€",
                        "＝",
                        "\uD83D\uDE00",
                        "#N/A",
                        "-5",
                        "\u0001",
                        "\u001A",
                        "\u2028",
                        "\uFFFE",
                        "{",
                        "["),
                Arbitraries.integers()
                        .between(1, Character.MAX_CODE_POINT)
                        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                        .map(Character::toString));
        Arbitrary<String> cell = character.list().ofMaxSize(6).map(parts -> String.join("", parts));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(width -> cell.list().ofSize(width).list().ofMaxSize(5));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", ";", "tab", "|", ":");
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE");
    }

    @Provide
    Arbitrary<Kind> kindsToAdd() {
        return Arbitraries.of(Kind.CSV, Kind.JSONL);
    }
}
