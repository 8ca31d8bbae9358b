package io.github.camelvtiger.routes.sync.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The text of routes: what of a template is kept, and what becomes of values. */
class EjectedRoutesTest {

    @TempDir
    private Path directory;

    @Test
    void commentsAndSettingsStayAndParametersAreFilledIn() throws IOException {
        String text = ejected(
                "from: { crm: Contacts, where: \"lastname != 'C:\\\\temp \\\"x\\\"'\", sweep: 1d }\n"
                        + "to: { file: out, name: '{id}.json' }\n",
                UnaryOperator.identity());

        assertThat(text)
                .startsWith("# The routes of the sync people (people.yaml)")
                .contains("keep this as people.routes.yaml beside people.yaml")
                .contains("the beans crmWatch, sync-people-steps")
                .contains("the route configurations sync-feed")
                .contains("# Changed records of a module become files, or messages of an endpoint, as they come.")
                .contains("# Settings: poll.delay, cursor.directory")
                .contains("# As one text: behind the component master")
                .contains("delay={{poll.delay:60000}}", "RAW({{cursor.directory}})")
                .doesNotContain("#   steps", "#   cursorKey", "parameters:", "{{module}}", "{{?");
        assertThat(uri(text))
                .contains("vtiger:changes/Contacts?cursorKey=sync::people:Contacts&startFrom=beginning")
                .contains("&where=RAW(lastname != 'C:\\temp \"x\"')&sweepPeriod=1d");
    }

    @Test
    void whatCameFromASettingIsThatSettingAgain() throws IOException {
        String text = ejected(
                "from: { crm: Contacts, where: \"description != '{{env:SECRET}}'\", cron: 0 0 2 * * ? }\n"
                        + "to: { file: out, name: all.jsonl }\n",
                value -> value.replace("hidden", "{{env:SECRET}}"));

        assertThat(text).contains("RAW(description != '{{env:SECRET}}')").doesNotContain("hidden");
    }

    @Test
    void anAddressThatIsASettingHasTheOptionsOfItsComponent() throws IOException {
        String rest = "' }\nto: { crm: Leads }\n";
        assertThat(consumer("from: { uri: '{{queue}}" + rest)).isEqualTo("{{queue}}?transacted=true");
        assertThat(consumer("from: { uri: '{{tuned}}" + rest))
                .as("an option of one's own wins")
                .isEqualTo("{{tuned}}");
        assertThat(consumer("from: { uri: '{{topic}}" + rest))
                .startsWith("{{topic}}&")
                .contains("allowManualCommit=true", "breakOnFirstError=true");
    }

    /** Of other templates the text would be wrong. */
    @Test
    void everyTemplateNamesItsParametersInDoubleQuotes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/camel/templates"))) {
            List<Path> templates = files.filter(file -> read(file).contains("- routeTemplate:"))
                    .toList();
            assertThat(templates).hasSizeGreaterThan(7).allSatisfy(file -> {
                boolean continued = false;
                for (String line : read(file).lines().toList()) {
                    if (line.contains("{{")) {
                        assertThat(continued || line.matches("[^#]*\".*\\{\\{.*"))
                                .as(line)
                                .isTrue();
                    }
                    continued = line.endsWith("\\");
                    if (line.contains("{{?")) {
                        assertThat(line).matches(" +\\w+: \"\\{\\{\\?\\w+}}\"");
                    }
                }
            });
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String consumer(String file) throws IOException {
        SyncDefinition sync = read(file);
        return ConsumerAddress.of(((Source.Uri) sync.from()).uri(), sync.name());
    }

    private String ejected(String file, UnaryOperator<String> unresolved) throws IOException {
        SyncDefinition sync = read(file);
        return new EjectedRoutes(sync, unresolved).text(SyncRouteList.of(sync, module -> false));
    }

    private SyncDefinition read(String file) throws IOException {
        Files.writeString(directory.resolve("people.yaml"), file);
        SyncFiles files = SyncFiles.read(directory, text -> text.replace("{{env:SECRET}}", "hidden")
                .replace("{{queue}}", "jms:queue:leads")
                .replace("{{tuned}}", "jms:queue:leads?transacted=false")
                .replace("{{topic}}", "kafka:leads?brokers=localhost:9092"));
        assertThat(files.faults()).isEmpty();
        return files.files().get(0).definition();
    }

    @SuppressWarnings("unchecked")
    private static String uri(String yaml) {
        List<Map<String, Map<String, Object>>> routes = (List<Map<String, Map<String, Object>>>)
                new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return ((Map<String, Object>) routes.get(0).get("route").get("from"))
                .get("uri")
                .toString();
    }
}
