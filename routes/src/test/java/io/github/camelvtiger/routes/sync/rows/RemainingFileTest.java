package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingFileTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'\n'",
        "UTF-8,'\r\n'",
        "UTF-8,'\r'",
        "UTF-16LE,'\r\n'",
        "UTF-16BE,'\n'",
        "UTF-32LE,'\r'",
        "UTF-32BE,'\r\n'"
    })
    void copiesTheTitlesAndTheUnreadLines(String name, String lineEnd) throws IOException {
        Charset charset = Charset.forName(name);
        // A letter whose code has the byte of a line feed in it is not a line end.
        String text = "\uFEFFsep=;\ntitle\nA\n\nB\u0A0D\u010A\nC\nD".replace("\n", lineEnd);
        Path source = Files.write(directory.resolve("source.csv"), text.getBytes(charset));
        Path target = directory.resolve("remaining/rest.csv");

        new RemainingFile(TextEncoding.of(source, charset), 3, 5).write(source, target);

        assertThat(Files.readAllBytes(target))
                .isEqualTo("\uFEFFsep=;\ntitle\nB\u0A0D\u010A\nC\nD"
                        .replace("\n", lineEnd)
                        .getBytes(charset));
    }

    @Test
    void copiesBytesThatAreNotText() throws IOException {
        byte[] bytes = {'t', '\n', 'A', '\n', (byte) 0xFC, (byte) 0xE4, '\n', 'B'};
        Path source = Files.write(directory.resolve("source.csv"), bytes);
        Path target = directory.resolve("rest.csv");

        new RemainingFile(TextEncoding.of(source, Charset.forName("UTF-8")), 2, 3).write(source, target);

        assertThat(Files.readAllBytes(target)).isEqualTo(new byte[] {'t', '\n', (byte) 0xFC, (byte) 0xE4, '\n', 'B'});
    }
}
