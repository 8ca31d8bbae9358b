package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {

    private static final Pattern PATH = Pattern.compile("(?ms)^```\\n(.*?)^```");
    private static final Pattern CLASS = Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\\b");
    private static final Set<String> OTHERS = Set.of("HttpClient");

    @Test
    void everyRoomOfThePathsExists() {
        Set<String> rooms = rooms();

        assertThat(rooms).hasSizeGreaterThan(20);
        assertThat(classes()).containsAll(rooms);
    }

    private static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        Matcher paths = PATH.matcher(Repository.text(Repository.ROOT.resolve("docs/architecture.md")));
        while (paths.find()) {
            Matcher names = CLASS.matcher(paths.group(1));
            while (names.find()) {
                rooms.add(names.group());
            }
        }
        rooms.removeAll(OTHERS);
        return rooms;
    }

    private static Set<String> classes() {
        Path sources = Repository.ROOT.resolve("camel-vtiger-component/src/main/java");
        return Repository.files(".java").stream()
                .filter(file -> file.startsWith(sources))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
