package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.routes.PromQl.Selector;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alert rules, the dashboard and the table of docs/operations.md against what an application shows at its management port. */
class MonitoringTest extends SyncApplicationTestSupport {

    private static final Path MONITORING = Path.of("..", "monitoring");

    /** What Prometheus adds to each series. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private int port;

    /** A line of {@code /observe/metrics}. */
    private record Sample(String metric, Map<String, String> labels) {}

    /**
     * An expression that reads the metrics.
     *
     * @param where for a failure
     * @param named labels of its texts
     */
    private record Use(String where, String expression, Set<String> named) {}

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("camel.management.enabled", "true");
        settings.put("camel.management.port", Integer.toString(port));
        settings.put(
                "sql.warehouse.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        settings.put("camel.component.vtiger.verify-delay", "200");
        connect("stranger", crm, settings);
        settings.put("camel.beans.stranger.access-key", "anotherKey");
        return settings;
    }

    @Test
    void eachMetricAndLabelOfAlertsPanelsAndDocsIsThere() throws Exception {
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        sync("contacts", "from: { crm: Contacts }\nto: { table: warehouse }\n");
        sync("leads", "from: { file: '%s/in' }\nto: { crm: Leads }\nmap: { lastname: Name, email: Mail }\n");
        Files.writeString(
                Files.createDirectories(directory.resolve("in")).resolve("a.csv"), "Name,Mail\nBo,b@x.org\n,c@x.org\n");
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(metrics())
                    .contains("vtiger_sync_rows_total{outcome=\"created\",sync=\"contacts\"} 1.0")
                    .contains("vtiger_sync_rejects{sync=\"leads\"} 1.0"));
            command(0, "verify", "contacts");
            assertThatThrownBy(() -> application
                            .to("vtiger:describe/Contacts?connection=stranger")
                            .request())
                    .hasRootCauseInstanceOf(AuthenticationException.class);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> metrics().contains("\nvtiger_sync_verified_seconds{sync=\"contacts\"} "));

            String shown = metrics();
            List<Sample> samples = samples(shown);
            List<Use> uses = Stream.concat(alerts(), dashboard()).toList();

            assertThat(uses).hasSizeGreaterThan(25);
            assertThat(uses).allSatisfy(use -> isThere(use, samples));
            assertThat(typesOf(shown)).containsExactlyInAnyOrderElementsOf(documented());
        }
    }

    private static void isThere(Use use, List<Sample> samples) {
        PromQl query = PromQl.of(use.expression());
        Set<String> labels = new HashSet<>(OF_PROMETHEUS);
        assertThat(query.selectors()).as(use.where()).isNotEmpty();
        for (Selector selector : query.selectors()) {
            // Prometheus writes that one itself.
            if (!selector.metric().equals("up")) {
                List<Sample> found = samples.stream()
                        .filter(sample -> answers(sample, selector))
                        .toList();
                assertThat(found).as("%s: %s", use.where(), selector).isNotEmpty();
                found.forEach(sample -> labels.addAll(sample.labels().keySet()));
            }
        }
        assertThat(labels).as(use.where()).containsAll(query.grouping());
        assertThat(query.grouping().isEmpty() ? labels : query.grouping())
                .as("%s names them in a text", use.where())
                .containsAll(use.named());
    }

    private static boolean answers(Sample sample, Selector selector) {
        Set<String> missing = new HashSet<>(selector.labels());
        missing.removeAll(sample.labels().keySet());
        missing.removeAll(OF_PROMETHEUS);
        Map<String, String> values = new HashMap<>(selector.values());
        values.keySet().removeAll(OF_PROMETHEUS);
        return sample.metric().equals(selector.metric())
                && missing.isEmpty()
                && sample.labels().entrySet().containsAll(values.entrySet());
    }

    private static Stream<Use> alerts() throws IOException {
        JsonNode rules = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(MONITORING.resolve("prometheus-rules.yml"))));
        return each(rules.path("groups"))
                .flatMap(group -> each(group.path("rules")))
                .map(rule -> {
                    String name = rule.required("alert").asText();
                    assertThat(rule.path("labels").path("severity").asText())
                            .as(name)
                            .isIn("critical", "warning");
                    assertThat(rule.path("annotations").path("summary").asText())
                            .as(name)
                            .isNotBlank();
                    return new Use(
                            "alert " + name,
                            rule.required("expr").asText(),
                            labels(
                                    "\\$labels\\.(\\w+)",
                                    rule.path("annotations").toString()));
                });
    }

    private static Stream<Use> dashboard() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(MONITORING.resolve("grafana-dashboard.json").toFile());
        Set<String> variables = each(dashboard.path("templating").path("list"))
                .map(variable -> variable.required("name").asText())
                .collect(Collectors.toSet());
        Stream<Use> questions = each(dashboard.path("templating").path("list"))
                .filter(variable -> variable.path("type").asText().equals("query"))
                .map(variable -> {
                    String question = variable.path("query").path("query").asText();
                    String label = question.replaceFirst("label_values\\((.*), (\\w+)\\)", "$2");
                    return new Use(
                            "variable " + variable.path("name").asText(),
                            question.replaceFirst("label_values\\((.*), (\\w+)\\)", "$1"),
                            Set.of(label));
                });
        List<Use> panels = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        each(dashboard.path("panels")).forEach(panel -> {
            String title = "panel " + panel.required("title").asText();
            assertThat(ids.add(panel.required("id").asInt())).as(title).isTrue();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).as(title).isNotBlank();
                assertThat(panel.path("fieldConfig")
                                .path("defaults")
                                .path("unit")
                                .asText())
                        .as(title)
                        .isNotBlank();
                each(panel.path("targets")).forEach(target -> {
                    String expression = target.required("expr").asText();
                    Set<String> used = labels("\\$(\\w+)", expression);
                    used.remove("__rate_interval");
                    assertThat(variables).as(title).containsAll(used);
                    panels.add(new Use(
                            title,
                            expression,
                            labels("\\{\\{(\\w+)}}", target.path("legendFormat").asText())));
                });
            }
        });
        return Stream.concat(questions, panels.stream());
    }

    private static Set<String> labels(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> documented() throws IOException {
        return labels("(?m)^\\| `(vtiger_[a-z_]+)`", Files.readString(Path.of("../docs/operations.md")));
    }

    private static Set<String> typesOf(String metrics) {
        return labels("(?m)^# TYPE (vtiger_[a-z_]+) ", metrics);
    }

    private static List<Sample> samples(String metrics) {
        return SAMPLE.matcher(metrics)
                .results()
                .map(sample -> new Sample(
                        sample.group(1),
                        LABEL.matcher(sample.group(2) == null ? "" : sample.group(2))
                                .results()
                                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)))))
                .toList();
    }

    private String metrics() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
