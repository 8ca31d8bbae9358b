package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppendedFileTest {

    @TempDir
    private Path directory;

    @Test
    void aHeaderIsWrittenOnce() throws IOException {
        Path file = directory.resolve("made/2026-11-30.csv");
        add(file, Map.of("a", "x"), Map.of("a", "y\nz"));
        add(file);
        add(file, Map.of("a", "w"));

        assertThat(file).content().isEqualTo("A\r\nx\r\n\"y\nz\"\r\nw\r\n");
    }

    @Test
    void linesOfJsonFollowEachOther() throws IOException {
        Path file = directory.resolve("2026-11-30.jsonl");
        add(file, Map.of("a", "x"));
        add(file, Map.of("a", "y"));

        assertThat(file).content().isEqualTo("{\"A\":\"x\"}\n{\"A\":\"y\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "\"z", "\"z\nz", "\"z\r\n\"\"z\r\n", "\"z\"", "\"z\"\r"})
    void halfALineThatWasLeftIsTakenOff(String half) throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "A\r\n\"x\ny\"\r\n" + half);
        add(file, Map.of("a", "w"));

        assertThat(file).content().isEqualTo("A\r\n\"x\ny\"\r\nw\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A\r"})
    void halfAHeaderThatWasLeftIsWrittenAgain(String half) throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), half);
        add(file, Map.of("a", "w"));

        assertThat(file).content().isEqualTo("A\r\nw\r\n");
    }

    @Test
    void rowsOfOtherColumnsGoIntoAnotherFileOfTheDay() throws IOException {
        Path file = directory.resolve("a.csv");
        add(file, Map.of("a", "x"));
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("a", "A");
        titles.put("b", "B");
        for (String value : List.of("y", "z")) {
            try (AppendedFile added = AppendedFile.open(file, layout(file, titles))) {
                added.add(List.of(Map.of("a", value, "b", value)));
                assertThat(added.path()).isEqualTo(directory.resolve("a.2.csv"));
            }
        }
        add(file, Map.of("a", "w"));

        assertThat(file).content().isEqualTo("A\r\nx\r\nw\r\n");
        assertThat(directory.resolve("a.2.csv")).content().isEqualTo("A,B\r\ny,y\r\nz,z\r\n");
    }

    @Test
    void ofRecordsOfWhichOneCannotBeWrittenNoneIs() throws IOException {
        Path file = directory.resolve("a.csv");
        add(file, Map.of("a", "x"));

        assertThatThrownBy(() -> add(file, Map.of("a", "y"), Map.of("a", "\0")))
                .isInstanceOf(UnwritableRowException.class);
        assertThat(file).content().isEqualTo("A\r\nx\r\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "JSON"})
    void nothingCanBeAddedToOtherKinds(Kind kind) {
        Path file = directory.resolve("a");
        Format format = new Format(Optional.of(kind), "UTF-8", Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> AppendedFile.open(file, FileLayout.of(file, format, Map.of(), false, ";")))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("CSV or JSON Lines");
    }

    @SafeVarargs
    private static void add(Path file, Map<String, String>... records) throws IOException {
        try (AppendedFile added = AppendedFile.open(file, layout(file, Map.of("a", "A")))) {
            added.add(List.of(records));
        }
    }

    private static FileLayout layout(Path file, Map<String, String> titles) {
        return FileLayout.of(file, RowsOfText.BY_NAME, titles, false, ";");
    }
}
