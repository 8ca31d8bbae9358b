package io.github.camelvtiger.routes.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.rows.CsvFile;
import io.github.camelvtiger.routes.sync.rows.CsvOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectsFileTest {

    @TempDir
    private Path directory;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = directory.resolve("rejected/leads.csv");
    }

    @Test
    void keepsTheRowAndAddsTheReason() throws IOException {
        try (CsvFile file = open("lastname;company\n;\"a;b\"\n", StandardCharsets.UTF_8)) {
            rejects(file).add(file.next(), null, "no last name");
        }

        assertThat(target)
                .content()
                .isEqualToNormalizingNewlines("lastname;company;reason\n\"\";\"a;b\";row 2: no last name\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-16"})
    void isWrittenLikeItsSource(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String mark = name.matches("UTF-(8|16[LB]E)") ? "\uFEFF" : "";
        try (CsvFile file = open(mark + "sep=|\nlastname|company\nMüller|€\nMeier|ä\n", charset)) {
            RejectsFile rejects = rejects(file);
            rejects.add(file.next(), null, "one");
            rejects.add(file.next(), null, "two");
        }

        assertThat(Files.readString(
                        target, charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset))
                .isEqualToNormalizingNewlines(
                        mark
                                + "sep=|\nlastname|company|reason\nMüller|€|row 2 (line 3): one\nMeier|ä|row 3 (line 4): two\n");
    }

    @Test
    void aFileOfRejectedRowsGetsNewReasons() throws IOException {
        try (CsvFile file = open("lastname,Reason,company\n,row 7: old,x\n", StandardCharsets.UTF_8)) {
            rejects(file).add(file.next(), null, "new");
        }

        assertThat(target).content().isEqualToNormalizingNewlines("lastname,company,reason\n\"\",x,row 2: new\n");
    }

    @Test
    void theFirstRecordThatIsThereAllTheSameAddsAColumnOfIds() throws IOException {
        try (CsvFile file = open("\uFEFFsep=;\nlastname;company\n;\"a\n;b\"\nX;Y\nZ;\n", StandardCharsets.UTF_8)) {
            RejectsFile rejects = rejects(file);
            rejects.add(file.next(), null, "no last name");
            rejects.add(file.next(), "10x5", "altered");
            rejects.add(file.next(), null, "other");
        }

        assertThat(target)
                .content()
                .isEqualToNormalizingNewlines("\uFEFFsep=;\nlastname;company;id;reason\n\"\";\"a\n;b\";;row 2 (line 3):"
                        + " no last name\nX;Y;10x5;row 3 (line 5): altered\nZ;;;row 4 (line 6): other\n");
        assertThat(directory.resolve("rejected")).isDirectoryContaining("glob:**/leads.csv");
        assertThat(Files.list(directory.resolve("rejected"))).hasSize(1);
    }

    @Test
    void putsTheIdIntoTheColumnThatIsThere() throws IOException {
        try (CsvFile file = open("ID,lastname\n,X\n10x7,Y\n", StandardCharsets.UTF_8)) {
            RejectsFile rejects = new RejectsFile(target, file, 0);
            rejects.add(file.next(), "10x5", "altered");
            rejects.add(file.next(), null, "gone");
        }

        assertThat(target)
                .content()
                .isEqualToNormalizingNewlines("ID,lastname,reason\n10x5,X,row 2: altered\n10x7,Y,row 3: gone\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastname,company\nX\n", "lastname,company\nX,Y,Z\n", "lastname,company,reason\nX,old\n"})
    void aRowOfTheWrongLengthIsNotTakenForAGoodOneLater(String text) throws IOException {
        try (CsvFile file = open(text, StandardCharsets.UTF_8)) {
            rejects(file).add(file.next(), null, "wrong length");
        }

        try (CsvFile again = CsvFile.open(
                target, new CsvOptions(StandardCharsets.UTF_8, "leads.charset", Optional.empty(), Duration.ZERO))) {
            List<String> cells = again.next().cells();
            assertThat(cells).hasSizeGreaterThan(1).startsWith("X");
            assertThat(cells.size()).isNotEqualTo(again.header().size());
        }
    }

    private RejectsFile rejects(CsvFile file) {
        return new RejectsFile(target, file, -1);
    }

    private CsvFile open(String text, Charset charset) throws IOException {
        Path file = directory.resolve("leads.csv");
        Files.write(file, text.getBytes(charset.name().equals("UTF-16") ? StandardCharsets.UTF_16BE : charset));
        return CsvFile.open(file, new CsvOptions(charset, "leads.charset", Optional.empty(), Duration.ZERO));
    }
}
