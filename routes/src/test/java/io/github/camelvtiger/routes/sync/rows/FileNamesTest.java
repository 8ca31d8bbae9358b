package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final Path OUT = Path.of("data/out").toAbsolutePath();

    private final FileNames names = new FileNames(OUT, "{module}/{id}.json");

    @Example
    void plainValuesAreTheName() {
        assertThat(names.of(Map.of("module", "Contacts", "id", "12x34", "day", "2026-11-30")))
                .isEqualTo(OUT.resolve("Contacts/12x34.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..",
                ".",
                "",
                "a/b",
                "a\\b",
                "/etc",
                "C:\\x",
                "a\0b",
                "a\nb",
                "~",
                "-rf",
                "CON",
                "a b",
                "a.b",
                " ",
                "\u202Eexe",
                "*?"
            })
    void aValueStaysOnePartOfThePath(String value) {
        Path file = names.of(Map.of("module", value, "id", value));

        assertThat(file.getParent().getParent()).isEqualTo(OUT);
        assertThat(file.getFileName().toString())
                .matches("[\\p{L}\\p{N}_-]+\\.json")
                .doesNotStartWith("-");
        assertThat(file.getParent().getFileName().toString()).isNotEqualToIgnoringCase("CON");
    }

    @Property(tries = 500)
    void differentValuesAreDifferentNames(@ForAll String one, @ForAll String other) {
        Assume.that(!one.equals(other) && isText(one) && isText(other));

        assertThat(FileNames.safe(one)).isNotEqualTo(FileNames.safe(other));
    }

    @Property(tries = 500)
    void anyValueMakesANameThatFitsAFileSystem(@ForAll String value) {
        String name = names.of(Map.of("module", "M", "id", value)).getFileName().toString();

        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(250);
    }

    @Example
    void aLongValueIsCutAndStaysDifferent() {
        String start = "x".repeat(500);

        assertThat(FileNames.safe(start + "a")).hasSizeLessThan(100).isNotEqualTo(FileNames.safe(start + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../{id}.json", "/tmp/{id}.json", "a/../../{id}", "."})
    void aPatternThatLeadsOutIsRefused(String pattern) {
        assertThatThrownBy(() -> new FileNames(OUT, pattern))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(pattern);
    }

    @Example
    void aValueThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> new FileNames(OUT, "{modul}.csv").of(Map.of("module", "Leads", "day", "d")))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("{modul}")
                .hasMessageContaining("day, module");
    }

    private static boolean isText(String value) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
