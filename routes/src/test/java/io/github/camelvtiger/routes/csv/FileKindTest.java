package io.github.camelvtiger.routes.csv;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @TempDir
    private Path directory;

    @Test
    void refusesAWorkbookThatIsCalledCsv() throws IOException {
        Path file = directory.resolve("leads.csv");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }

        assertThatThrownBy(() -> FileKind.requireCsv(file))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("Excel workbook")
                .hasMessageContaining("save its table as CSV");
    }

    @ParameterizedTest
    @CsvSource({"'\u00D0\u00CF\u0011\u00E0\u00A1', old Excel workbook", "'\u001F\u008B\b', gzip", "%PDF-1.7, PDF"})
    void refusesOtherKindsOfFiles(String start, String kind) throws IOException {
        Path file = Files.write(directory.resolve("leads.csv"), start.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> FileKind.requireCsv(file))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads.txt", "leads", "leads.csv.bak", "csv"})
    void refusesOtherNames(String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "lastname\n");

        assertThatThrownBy(() -> FileKind.requireCsv(file))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining(".csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PK", "lastname\n"})
    void takesWhatMayBeCsv(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("LEADS.CSV"), text);

        assertThatCode(() -> FileKind.requireCsv(file)).doesNotThrowAnyException();
    }
}
