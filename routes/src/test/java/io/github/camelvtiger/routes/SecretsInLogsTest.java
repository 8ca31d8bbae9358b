package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who prints keys, passwords and sessions, and that the application keeps them from it. */
class SecretsInLogsTest {

    private static final long LONG_ENOUGH = 300;
    private static final String BROKER_PASSWORD = "br0kerS3cret";
    private static final String DATABASE_PASSWORD = "d4tabaseS3cret";
    private static final String STORE_PASSWORD = "st0reS3cret";
    private static final Pattern SESSION =
            Pattern.compile("sessionName(?:=|\":\"|\\\\\":\\\\\"|%22%3A%22)([0-9a-zA-Z]{8,})");

    private static final String EVERYTHING =
            """
            <Configuration status="ERROR" shutdownHook="disable">
                <Appenders>
                    <File name="all" fileName="all.log">
                        <PatternLayout charset="UTF-8" pattern="%c ¦ %enc{%m %xEx}{CRLF}%n"/>
                    </File>
                </Appenders>
                <Loggers><Root level="trace"><AppenderRef ref="all"/></Root></Loggers>
            </Configuration>
            """;

    @TempDir
    private Path directory;

    private ExternalBroker broker;
    private SimulatorServer crm;

    @BeforeEach
    void start() throws Exception {
        broker = ExternalBroker.start(directory.resolve("broker"));
        crm = SimulatorServer.builder().seed("empty").start();
        crm.crm().create("Contacts", Map.of("lastname", "One"));
    }

    @AfterEach
    void stop() throws Exception {
        crm.close();
        broker.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("broker.url", broker.url() + "?trustStorePassword=" + STORE_PASSWORD);
        settings.put("broker.username", "app");
        settings.put("broker.password", BROKER_PASSWORD);
        settings.put("cursor.jdbc.url", "jdbc:h2:./cursors");
        settings.put("cursor.jdbc.username", "app");
        settings.put("cursor.jdbc.password", DATABASE_PASSWORD);
        return settings;
    }

    @Test
    void theDocsNameEveryLoggerThatPrintsASecret() throws Exception {
        Path configuration = Files.writeString(directory.resolve("everything.xml"), EVERYTHING);
        Map<String, String> environment = Map.of("JDK_JAVA_OPTIONS", "-Dlog4j2.configurationFile=" + configuration);
        try (ChildApplication application = ChildApplication.start(directory, settings(), environment, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isZero();
        }
        List<String> lines = Files.readAllLines(directory.resolve("all.log"));
        Set<String> sessions = sessions(lines);
        Set<String> talkers = lines.stream()
                .filter(line ->
                        secrets().anyMatch(line::contains) || sessions.stream().anyMatch(line::contains))
                .map(line -> line.substring(0, line.indexOf(" ¦ ")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sessions).isNotEmpty();
        List<String> documented = documented();
        assertThat(talkers)
                .isNotEmpty()
                .allMatch(logger -> documented.stream().anyMatch(logger::startsWith))
                .noneMatch(logger -> logger.startsWith("io.github.camelvtiger"));
        assertThat(documented).allMatch(logger -> talkers.stream().anyMatch(talker -> talker.startsWith(logger)));
    }

    @Test
    void atTheHighestLevelTheApplicationPrintsNone() throws Exception {
        Map<String, String> settings = settings();
        settings.put("log.level", "trace");
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isZero();

            assertThat(application.output()).contains("Message broker: " + broker.url());
            assertThat(List.of(application.output(), logFile()))
                    .allSatisfy(log -> assertThat(secrets()).noneMatch(log::contains))
                    .allSatisfy(log -> assertThat(sessions(List.of(log))).isEmpty());
        }
    }

    /** Whatever the root's level is, or that of all Apache libraries. */
    @Test
    void theLoggersThatPrintSecretsAreHeldByName() throws IOException {
        String configuration = Files.readString(Path.of("src/main/resources/log4j2.xml"));

        assertThat(documented()).hasSizeGreaterThan(3).allSatisfy(logger -> assertThat(configuration)
                .containsPattern("<Logger name=\"" + Pattern.quote(logger) + "\" level=\"(INFO|WARN|ERROR|off)\"/>"));
    }

    private Stream<String> secrets() {
        return Stream.of(crm.accessKey(), BROKER_PASSWORD, DATABASE_PASSWORD, STORE_PASSWORD);
    }

    private static Set<String> sessions(List<String> lines) {
        return lines.stream()
                .flatMap(line -> SESSION.matcher(line).results())
                .map(session -> session.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String logFile() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/log"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    /** The loggers of the list in docs/component.md. */
    private static List<String> documented() throws IOException {
        String page = Files.readString(Path.of("../docs/component.md"));
        return Pattern.compile("(?m)^  - `([a-zA-Z0-9.]+)`")
                .matcher(page.substring(page.indexOf("## Secrets"), page.indexOf("## Operations")))
                .results()
                .map(logger -> logger.group(1))
                .toList();
    }
}
