package io.github.camelvtiger.routes.sync.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about syncs: its tables are those of the schema ({@code -Dvtiger.docs.write=true} writes them), its examples sound. */
class SyncPageTest {

    private static final Path PAGE = Path.of("../docs/syncs.md");
    private static final Pattern TABLE = Pattern.compile("(?s)<!-- keys (\\w+) -->\\n.*?\\n<!-- end -->");

    @TempDir
    private Path directory;

    @Test
    void theTablesAreThoseOfTheSchema() throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(Path.of("../docs/sync.schema.json").toFile());
        String page = Files.readString(PAGE);
        String generated = TABLE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<!-- keys " + found.group(1) + " -->\n" + table(schema, found.group(1)) + "\n<!-- end -->"));
        if (Boolean.getBoolean("vtiger.docs.write")) {
            Files.writeString(PAGE, generated);
        }

        List<String> sections = new ArrayList<>(List.of("file"));
        schema.path("$defs").properties().stream()
                .filter(each -> each.getValue().has("properties"))
                .forEach(each -> sections.add(each.getKey()));
        assertThat(TABLE.matcher(page).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(sections);
        assertThat(page).isEqualTo(generated);
    }

    @Test
    void theExamplesAreSyncFilesAndTestsOfThem() throws IOException {
        List<String> syncs = blocks("sync");
        for (int i = 0; i < syncs.size(); i++) {
            Files.writeString(directory.resolve("example-" + i + ".yaml"), syncs.get(i));
        }
        Path tests = Files.writeString(
                directory.resolve("example-0" + SyncFiles.TEST),
                blocks("tests of the first sync").get(0));

        SyncFiles read = SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS);
        assertThat(read.faults()).isEmpty();
        assertThat(read.files()).isNotEmpty().hasSameSizeAs(syncs);
        assertThat(TestFile.read(tests, false).faults()).isEmpty();
        assertThat(TestFile.read(tests, false).cases()).hasSize(2);
    }

    private static String table(JsonNode schema, String section) {
        JsonNode node = section.equals("file") ? schema : schema.at("/$defs/" + section);
        List<String> rows = new ArrayList<>(List.of("| key | meaning |", "|---|---|"));
        node.path("properties").properties().forEach(key -> {
            JsonNode value = key.getValue();
            String reference = value.path("$ref").asText();
            String text = value.has("description")
                    ? value.get("description").asText()
                    : schema.at(reference.substring(1)).path("description").asText();
            if (value.has("default")) {
                JsonNode otherwise = value.get("default");
                text += " Default: `" + (otherwise.isTextual() ? otherwise.asText() : otherwise.toString()) + "`.";
            }
            for (JsonNode required : node.path("required")) {
                text += required.asText().equals(key.getKey()) ? " Required." : "";
            }
            rows.add("| `" + key.getKey() + "` | " + text.replace("|", "\\|") + " |");
        });
        return String.join("\n", rows);
    }

    private static List<String> blocks(String name) throws IOException {
        return Pattern.compile("(?s)<!-- " + name + " -->\\n```yaml\\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
