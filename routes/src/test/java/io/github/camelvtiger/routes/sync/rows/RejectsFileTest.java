package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link WriteAndReadTest} shows that rejects are read as the rows they were. */
class RejectsFileTest {

    @TempDir
    private Path directory;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = directory.resolve("rejected/leads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void isWrittenLikeItsSource(String charset) throws IOException {
        reject("leads.csv", "\uFEFFsep=|\nlastname|company\nMüller|\"€|\"\n=1|ä\n".getBytes(Charset.forName(charset)));

        assertThat(Files.readString(target, Charset.forName(charset)))
                .isEqualTo("\uFEFFsep=|\r\n_reject|_reason|lastname|company\r\n"
                        + "r1|line 3: because|Müller|\"€|\"\r\nr2|line 4: because|=1|ä\r\n");
    }

    @Test
    void aReasonThatTheSourcesCharsetDoesNotHaveIsReduced() throws IOException {
        Path source = Files.write(directory.resolve("a.csv"), "a;b\nä;1\n".getBytes("windows-1252"));
        var format = new io.github.camelvtiger.routes.sync.definition.Format(
                java.util.Optional.empty(), "windows-1252", java.util.Optional.empty(), java.util.Optional.empty());
        try (RejectsFile file = RejectsFile.like(source, format, target)) {
            file.add(Map.of("a", "ä", "b", "1"), "r1", "“Łódź” is unknown");
            file.finish();
        }

        assertThat(Files.readString(target, Charset.forName("windows-1252")))
                .isEqualTo("_reject;_reason;a;b\r\nr1;“?ód?” is unknown;ä;1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c\nX\n", "a,b\nX,Y,Z,V\n", "a,b\nX\n"})
    void aRowOfTheWrongLengthIsNotTakenForAGoodOneLater(String text) throws IOException {
        List<Row> rejected = reject("leads.csv", text.getBytes(StandardCharsets.UTF_8));
        List<Row> again = read(Files.move(target, directory.resolve("again.csv")));

        assertThat(again.get(0).cells()).hasSameSizeAs(rejected.get(0).cells()).containsValue("X");
        assertThat(again.get(0).fault()).isPresent();
        assertThat(again.get(0).reject()).contains("r1");
    }

    @Test
    void rejectsOfRejectsHaveTheNewReason() throws IOException {
        reject("leads.csv", "_reject,_reason,a\nold,line 7: old,x\n".getBytes(StandardCharsets.UTF_8));

        assertThat(target).content().isEqualTo("_reject,_reason,a\r\nr1,line 2: because,x\r\n");
    }

    @Test
    void linesThatAreNotJsonAreKept() throws IOException {
        reject("leads.jsonl", "{\"a\":1}\n{\"a\":\n".getBytes(StandardCharsets.UTF_8));

        assertThat(target)
                .content()
                .isEqualTo("{\"_reject\":\"r1\",\"_reason\":\"line 1: because\",\"a\":1}\n"
                        + "{\"_reject\":\"r2\",\"_reason\":\"line 2: because\",\"_line\":\"{\\\"a\\\":\"}\n");
    }

    @Test
    void aWorkbookKeepsItsSheetsName() throws IOException {
        Workbooks book = new Workbooks();
        book.sheet("Partner Leads", Workbooks.row(1, book.text("A1", "a")), Workbooks.row(2, book.text("A2", "x")));
        reject("leads.xlsx", Files.readAllBytes(book.write(directory.resolve("book.xlsx"))));

        Path again = Files.move(target, directory.resolve("again.xlsx"));
        assertThat(read(again).get(0).place()).isEqualTo("sheet Partner Leads, row 2");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        reject("leads.csv", "a\nx\n".getBytes(StandardCharsets.UTF_8));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void needsNoSource() throws IOException {
        Path file = directory.resolve("out.csv");
        try (RejectsFile rejects = RejectsFile.of(file, RowsOfText.BY_NAME, List.of("a", "b"))) {
            rejects.add(Map.of("b", "y", "a", "x"), "r1", "because");
            rejects.finish();
        }

        assertThat(file).content().isEqualTo("_reject,_reason,a,b\r\nr1,because,x,y\r\n");
    }

    private List<Row> reject(String name, byte[] source) throws IOException {
        Path file = Files.write(directory.resolve(name), source);
        List<Row> rows = read(file);
        try (RejectsFile rejects = RejectsFile.like(file, RowsOfText.BY_NAME, target)) {
            for (Row row : rows) {
                rejects.add(row.cells(), "r" + row.number(), row.place() + ": because");
            }
            rejects.finish();
        }
        return rows;
    }

    private static List<Row> read(Path file) {
        try (RowReader reader = Rows.open(file, RowsOfText.BY_NAME)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        }
    }
}
