package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines of the log that docs/operations.md quotes are those that the code writes. */
class QuotedLinesTest {

    private static final String SECTION = "## What to do when";
    private static final Pattern QUOTED = Pattern.compile("(?m)^ {4}(\\S.*)$");

    /** Two literals that are one text, also with a value between them. */
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*(?:[^\"+;]+\\+\\s*)?\"");

    @Test
    void areWrittenByTheCode() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        List<String> lines = QUOTED.matcher(page.substring(page.indexOf(SECTION)))
                .results()
                .map(line -> line.group(1))
                .toList();
        String code = Stream.of("src/main/java", "../camel-vtiger-component/src/main/java")
                .map(Path::of)
                .map(QuotedLinesTest::literals)
                .collect(Collectors.joining());

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines).allSatisfy(line -> assertThat(fixed(line))
                .allSatisfy(part -> assertThat(code.contains(part)).as(part).isTrue()));
    }

    /** What is the same in all cases, sentence by sentence, since one line may come from several places; a few letters say nothing. */
    private static List<String> fixed(String line) {
        return Arrays.stream(line.split("…|(?<=[.:;,]) "))
                .map(String::strip)
                .map(part -> part.replaceAll("['(),;:.]+$|^['(),;:.]+", "").strip())
                .filter(part -> part.length() > 5)
                .toList();
    }

    private static String literals(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(QuotedLinesTest::literalsOf)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literalsOf(Path file) {
        try {
            return JOINED.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
