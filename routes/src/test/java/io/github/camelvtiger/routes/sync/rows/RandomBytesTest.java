package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever the bytes are, a file gives rows, rows with faults, or one {@link BadFileException}. */
class RandomBytesTest {

    private Path file;

    @BeforeProperty
    void create() throws IOException {
        file = Files.createTempFile("rows", null);
    }

    @AfterProperty
    void delete() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 500)
    void anyBytes(@ForAll byte[] bytes, @ForAll Kind kind, @ForAll("charsets") String charset) throws IOException {
        read(bytes, kind, charset);
    }

    @Property(tries = 500)
    void textsThatAreNearlyRight(@ForAll("pieces") List<String> pieces, @ForAll("textKinds") Kind kind)
            throws IOException {
        read(String.join("", pieces).getBytes(StandardCharsets.UTF_8), kind, "UTF-8");
    }

    /** One byte of one part of a workbook is another one. */
    @Property(tries = 100)
    void workbooksThatAreNearlyRight(@ForAll Random random) throws IOException {
        read(damaged(workbook(), random), Kind.XLSX, "UTF-8");
    }

    private byte[] workbook() throws IOException {
        Workbooks book = new Workbooks();
        int date = book.style("dd.mm.yyyy");
        book.sheet(
                "S",
                Workbooks.row(1, book.text("A1", "a"), book.text("B1", "b")),
                Workbooks.row(2, book.text("A2", "x"), Workbooks.number("B2", "45292", date)),
                Workbooks.row(3, "<c r=\"A3\" t=\"b\"><v>1</v></c>", "<c r=\"B3\"><f>A1+1</f><v>7</v></c>"),
                Workbooks.row(4, "<c r=\"A4\" t=\"e\"><v>#REF!</v></c>"));
        return Files.readAllBytes(book.write(file));
    }

    private static byte[] damaged(byte[] workbook, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int damagedPart = random.nextInt(6);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            int part = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (part++ == damagedPart) {
                    content[random.nextInt(content.length)] = (byte) "\"<>/0129Aarst= &\0é".charAt(random.nextInt(18));
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private void read(byte[] bytes, Kind kind, String charset) throws IOException {
        Files.write(file, bytes);
        Format format = new Format(Optional.of(kind), charset, Optional.empty(), Optional.empty());
        try (RowReader reader = Rows.open(file, format, Duration.ZERO)) {
            long number = 0;
            while (reader.hasNext()) {
                Row row = reader.next();
                assertThat(row.number()).isEqualTo(++number);
            }
        } catch (BadFileException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("(null)");
        }
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "UTF-16", "windows-1252");
    }

    @Provide
    Arbitrary<Kind> textKinds() {
        return Arbitraries.of(Kind.CSV, Kind.JSON, Kind.JSONL);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "\"", ",", ";", "\n", "\r", "\t", " ", "a", "1", "[", "]", "{", "}", ":", "{\"a\":", "\"x\"",
                        "\\u00", "1e9", "null", "true", "\uFEFF", "sep=;", "\0", "\u00A0", "_reject", "_line", "-", "'",
                        "=")
                .list()
                .ofMaxSize(20);
    }
}
