package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page says of each thing how it is known, and each assumption about Vtiger Cloud has a test that exists. */
class CompatibilityPageTest {

    private static final Pattern TEST = Pattern.compile("\\[(\\w+)\\.(\\w+)]\\(\\.\\./([^)]*/\\1\\.java)\\)");
    private static final Pattern DOCUMENTED = Pattern.compile("documented \\(cloud-rest\\.md( §\\d+)+\\).*");

    private final List<String> rows = Repository.text(Repository.ROOT.resolve("docs/compatibility.md"))
            .lines()
            .filter(line -> line.startsWith("| "))
            .toList();

    @Test
    void eachCellOfVtigerCloudSaysHowItIsKnown() {
        List<String> cells = rows.stream()
                .takeWhile(row -> !row.startsWith("| when"))
                .skip(1)
                .map(row -> row.split("\\|")[3].strip())
                .toList();

        assertThat(cells).hasSizeGreaterThan(10).allSatisfy(cell -> assertThat(cell)
                .matches(text -> DOCUMENTED.matcher(text).matches() || text.startsWith("simulated"), "how it is known")
                .doesNotContain("seen"));
    }

    @Test
    void eachAssumptionHasATestThatExists() {
        List<String> assumptions = rows.stream()
                .dropWhile(row -> !row.startsWith("| assumption"))
                .skip(1)
                .toList();

        assertThat(assumptions).hasSizeGreaterThan(10);
        for (String assumption : assumptions) {
            List<MatchResult> tests = TEST.matcher(assumption).results().toList();
            assertThat(tests).as(assumption).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(Repository.text(Repository.ROOT.resolve(test.group(3))))
                        .containsPattern("(void|class) " + test.group(2) + "\\b");
            }
        }
    }
}
