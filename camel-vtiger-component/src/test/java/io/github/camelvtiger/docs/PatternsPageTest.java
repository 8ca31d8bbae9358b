package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every example of docs/patterns.md is part of a test. */
class PatternsPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsPartOfATest() {
        List<String> examples = EXAMPLE.matcher(Repository.text(Repository.ROOT.resolve("docs/patterns.md")))
                .results()
                .map(MatchResult::group)
                .map(example -> dense(example.replaceAll("```(java)?", "")))
                .toList();
        String tests = Repository.files("PatternsTest.java").stream()
                .map(Repository::text)
                .map(PatternsPageTest::dense)
                .collect(Collectors.joining());

        assertThat(examples).hasSizeGreaterThan(10).allSatisfy(example -> assertThat(tests)
                .contains(example));
    }

    private static String dense(String source) {
        return source.replaceAll("\\s", "");
    }
}
