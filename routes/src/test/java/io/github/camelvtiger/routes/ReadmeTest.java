package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it is there. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path directory;

    @Test
    void theExamplesRun() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            Main main = new Main();
            main.setPropertyPlaceholderLocations("file:none.properties;optional=true");
            main.setInitialProperties(propertiesOfTheComponent(crm));
            main.addInitialProperty("camel.main.routes-include-pattern", "file:" + writtenYaml());
            // The example keeps its position in the working directory; here that is the test's.
            main.addInitialProperty("camel.component.vtiger.cursor-directory", directory.toString());
            main.configure().addRoutesBuilder(new ReadmeExample());
            main.start();
            try (ConsumerTemplate changed = main.getCamelContext().createConsumerTemplate()) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Files.list(directory).count() > 1);

                Map<?, ?> lead =
                        main.getCamelTemplate().requestBody("direct:lead", "{\"lastname\": \"Lovelace\"}", Map.class);
                String contact = crm.crm().create("Contacts", Map.of("lastname", "Hopper"));

                assertThat(crm.crm().record(String.valueOf(lead.get("id"))).orElseThrow())
                        .containsEntry("lastname", "Lovelace");
                assertThat(changed.receiveBody("seda:contacts", 60_000, Map.class))
                        .containsEntry("id", contact);
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void theJavaExampleIsTheOneThatRuns() throws IOException {
        String example = Files.readString(Path.of("src/test/java/io/github/camelvtiger/routes/ReadmeExample.java"));

        assertThat(compact(example)).contains(compact(block("java").get(0)));
    }

    @Test
    void theCoordinatesAreTheProjects() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(block("xml").get(0))
                .contains("<groupId>" + between(pom, "<groupId>", "</groupId>") + "</groupId>")
                .contains("<version>" + between(pom, "<version>", "</version>") + "</version>");
        assertThat(ROOT.resolve(between(block("xml").get(0), "<artifactId>", "</artifactId>")))
                .isDirectory();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        assertThat(Pattern.compile("]\\((?!http)([^)]+)\\)")
                        .matcher(readme())
                        .results()
                        .map(link -> ROOT.resolve(link.group(1))))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void ciRunsTheTestCommand() throws IOException {
        assertThat(block("sh")).last().asString().isEqualToIgnoringNewLines("mvn clean verify");
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .containsPattern("(?m)^mvn .*clean verify( \\| tee \"\\$log\")?$");
    }

    private static Properties propertiesOfTheComponent(SimulatorServer crm) throws IOException {
        String shown = block("properties")
                .get(1)
                .replace("https://crm.example.com", crm.url())
                .replace("integration", crm.username())
                .replace("{{env:VTIGER_ACCESS_KEY}}", crm.accessKey());
        Properties properties = new Properties();
        properties.load(new java.io.StringReader(shown));
        return properties;
    }

    private Path writtenYaml() throws IOException {
        return Files.writeString(directory.resolve("readme.yaml"), block("yaml").get(1));
    }

    private static List<String> block(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(readme())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    /** Without spaces and line ends, which the formatter sets. */
    private static String compact(String text) {
        return text.replaceAll("\\s+", "");
    }
}
