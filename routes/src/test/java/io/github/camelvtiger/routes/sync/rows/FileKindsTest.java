package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindsTest {

    @TempDir
    private Path directory;

    @Test
    void refusesAWorkbookThatIsCalledCsv() throws IOException {
        Path file = directory.resolve("leads.csv");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }

        assertThatThrownBy(() -> kind(file))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("Excel workbook")
                .hasMessageContaining("not CSV")
                .hasMessageContaining("save its table as CSV");
    }

    @ParameterizedTest
    @CsvSource({
        "'\u00D0\u00CF\u0011\u00E0\u00A1', leads.csv, old Excel workbook",
        "'\u00D0\u00CF\u0011\u00E0\u00A1', leads.xlsx, with a password",
        "'\u00D0\u00CF\u0011\u00E0\u00A1', leads.xls, old Excel workbook",
        "'\u001F\u008B\b', leads.csv, gzip",
        "%PDF-1.7, leads.csv, PDF",
        "'<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><table>', leads.xls, HTML page",
        "'<html><table>', leads.xlsx, HTML page",
        "' <!DOCTYPE html>', leads.csv, HTML page",
        "'<table><tr>', leads.csv, HTML page",
        "'<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>', leads.xls, Excel 2003",
        "'[ {\"lastname\": \"Lovelace\"} ]', leads.csv, JSON",
        "'{\"lastname\": \"Lovelace\"}', leads.xlsx, JSON",
        "'lastname,company', leads.xlsx, not an Excel workbook",
    })
    void saysWhatTheFileIsInstead(String start, String name, String kind) throws IOException {
        Path file = Files.write(directory.resolve(name), start.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> kind(file))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(kind);
    }

    @Test
    void looksThroughTheEncodingOfUtf16() throws IOException {
        Path file = Files.write(directory.resolve("leads.csv"), "\uFEFF<html>".getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> kind(file)).hasMessageContaining("HTML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads.txt", "leads", "leads.csv.bak", "csv"})
    void refusesNamesThatDoNotSayIt(String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "lastname\n");

        assertThatThrownBy(() -> kind(file))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(".csv")
                .hasMessageContaining("format:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads.txt", "leads", "leads.json"})
    void theFormatOfTheSyncFileWinsOverTheName(String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "lastname\n");

        assertThat(Rows.kind(file, format(Optional.of(Kind.CSV)))).isEqualTo(Kind.CSV);
    }

    @ParameterizedTest
    @CsvSource({
        "leads.csv,'',CSV",
        "LEADS.CSV,P,CSV",
        "leads.tsv,PK,CSV",
        "leads.csv,lastname,CSV",
        "leads.csv,<name>,CSV",
        "leads.csv,{name},CSV",
        "leads.json,'[{\"a\":1}]',JSON",
        "leads.jsonl,'{\"a\":1}',JSONL",
        "leads.NDJSON,'{\"a\":1}',JSONL",
    })
    void goesByTheName(String name, String text, Kind kind) throws IOException {
        assertThat(kind(Files.writeString(directory.resolve(name), text))).isEqualTo(kind);
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> Rows.open(directory.resolve("none.csv"), format(Optional.empty())))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("no file")
                .hasMessageContaining("none.csv");
    }

    @Test
    void aDirectoryIsNotAFile() {
        assertThatThrownBy(() -> Rows.open(directory, format(Optional.of(Kind.CSV))))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("directory");
    }

    @Test
    void anUnknownCharsetIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("leads.csv"), "lastname\n");

        assertThatThrownBy(() ->
                        Rows.open(file, new Format(Optional.empty(), "utf-ate", Optional.empty(), Optional.empty())))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("utf-ate");
    }

    private static Kind kind(Path file) {
        return Rows.kind(file, format(Optional.empty()));
    }

    private static Format format(Optional<Kind> kind) {
        return new Format(kind, "UTF-8", Optional.empty(), Optional.empty());
    }
}
