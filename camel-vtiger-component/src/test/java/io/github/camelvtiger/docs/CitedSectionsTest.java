package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.docs.Citations.Citation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What code, tests, routes and pages cite of {@code docs/reference} is there. */
class CitedSectionsTest {

    /** Not in the repository: what the benchmarks leave in a directory of the user. */
    private static final Set<String> WRITTEN = Set.of("figures.md");

    private static final Path REFERENCE = Repository.ROOT.resolve("docs/reference");
    private static final List<Path> PLACES = List.of(REFERENCE, REFERENCE.getParent(), Repository.ROOT);
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\d+)\\. \\S");
    private static final String[] CODE = {".java", ".yaml", ".yml", ".properties", ".xml", ".sh"};
    private static final String[] PAGES = {".md"};

    private final Map<String, Set<Integer>> sections = new HashMap<>();

    @Test
    void everyCitedSectionExists() {
        Set<String> dead = new TreeSet<>();
        int cited = 0;
        for (Path file : citing(CODE, PAGES)) {
            for (Citation citation : Citations.in(Repository.text(file))) {
                cited++;
                if (!sections(citation.page()).contains(citation.section())) {
                    dead.add(name(file) + ": " + citation.page() + " §" + citation.section());
                }
            }
        }
        assertThat(dead)
                .as("citations of sections that docs/reference does not have")
                .isEmpty();
        assertThat(cited).as("citations found").isGreaterThan(100);
    }

    @Test
    void everySectionHasItsPage() {
        Set<String> dead = new TreeSet<>();
        for (Path file : citing(CODE, PAGES)) {
            Set<Integer> own =
                    file.startsWith(REFERENCE) ? sections(file.getFileName().toString()) : Set.of();
            for (int section : Citations.ofItself(Repository.text(file))) {
                if (!own.contains(section)) {
                    dead.add(name(file) + ": §" + section);
                }
            }
        }
        assertThat(dead).as("sections cited without a page that has them").isEmpty();
    }

    @Test
    void everyPageThatCodeNamesExists() {
        Set<String> dead = new TreeSet<>();
        for (Path file : citing(CODE)) {
            for (String page : Citations.pages(Repository.text(file))) {
                boolean there = PLACES.stream().anyMatch(place -> Files.exists(place.resolve(page)));
                if (!there && !WRITTEN.contains(page)) {
                    dead.add(name(file) + ": " + page);
                }
            }
        }
        assertThat(dead)
                .as("pages named by code that the repository does not have")
                .isEmpty();
    }

    private Set<Integer> sections(String page) {
        return sections.computeIfAbsent(page, name -> {
            Path file = REFERENCE.resolve(name);
            Set<Integer> found = new HashSet<>();
            if (Files.exists(file)) {
                Matcher headings = HEADING.matcher(Repository.text(file));
                while (headings.find()) {
                    found.add(Integer.valueOf(headings.group(1)));
                }
            }
            return found;
        });
    }

    /** Without this package, whose tests have citations as examples. */
    private static List<Path> citing(String[]... endings) {
        Path examples = Path.of("src/test/java/io/github/camelvtiger/docs");
        return Repository.files(Stream.of(endings).flatMap(Stream::of).toArray(String[]::new)).stream()
                .filter(file -> !file.getParent().endsWith(examples))
                .toList();
    }

    private static Path name(Path file) {
        return Repository.ROOT.relativize(file);
    }
}
