package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links between the pages of the repository lead somewhere. */
class LinksTest {

    private static final Pattern CODE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```|`[^`\n]+`");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)>?[^)]*\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern OUTSIDE = Pattern.compile("(?:https?|mailto):.+");

    @Test
    void noLinkIsDead() {
        Set<String> dead = new TreeSet<>();
        int links = 0;
        for (Path page : Repository.files(".md")) {
            for (String link : links(Repository.text(page))) {
                links++;
                if (!OUTSIDE.matcher(link).matches() && !leadsSomewhere(page, link)) {
                    dead.add(Repository.ROOT.relativize(page) + ": " + link);
                }
            }
        }
        assertThat(dead).as("links to files or headings that do not exist").isEmpty();
        assertThat(links).as("links found").isGreaterThan(20);
    }

    @Test
    void linksInCodeAreNotLinks() {
        assertThat(links("[a](b.md) `[c](d.md)`\n```\n[e](f.md)\n```\n[g](h.md#i \"title\")"))
                .containsExactly("b.md", "h.md#i");
    }

    @Test
    void headingsAreNamedAsGitHubNamesThem() {
        assertThat(anchors("# The `run` operation: what it does\n## Same\n## Same\n"))
                .containsExactlyInAnyOrder("the-run-operation-what-it-does", "same", "same-1");
    }

    private static boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!target.startsWith(Repository.ROOT) || !Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(Repository.text(target)).contains(link.substring(hash + 1));
    }

    private static List<String> links(String text) {
        List<String> found = new ArrayList<>();
        Matcher links = LINK.matcher(CODE.matcher(text).replaceAll("`code`"));
        while (links.find()) {
            found.add(links.group(1));
        }
        return found;
    }

    private static Set<String> anchors(String text) {
        Set<String> found = new HashSet<>();
        Matcher headings = HEADING.matcher(text.replaceAll("(?ms)^```.*?^```", ""));
        while (headings.find()) {
            String anchor = headings.group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            String unique = anchor;
            for (int repeated = 1; !found.add(unique); repeated++) {
                unique = anchor + "-" + repeated;
            }
        }
        return found;
    }
}
