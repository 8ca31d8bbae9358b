package io.github.camelvtiger.routes.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one event becomes in the log file; the console has the same layout. */
class LogLinesTest {

    private static final Logger LOG = LoggerFactory.getLogger("some-route");
    private static final String FORGERY = "Smith\n2026-01-01 00:00:00 INFO  once All is well";

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        System.clearProperty("stackTraces");
        LogFile.open(Map.of());
    }

    private List<String> lines(String format, Runnable events) throws IOException {
        LogFile.open(Map.of("log.directory", directory.toString(), "log.format", format));
        events.run();
        try (Stream<Path> files = Files.list(directory)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    @Test
    void aLineHasADateAndARecordsValueCannotForgeAnother() throws IOException {
        List<String> lines = lines("text", () -> {
            LOG.info("The Contact {} was written", FORGERY);
            LOG.info("Carriage return\rend");
            LOG.info(
                    "Terminal \u001b[2K and \u0085 and \u2028 and \u202Eright to left\t. Umlaut ü, emoji \uD83D\uDE00");
        });

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d INFO  some-route .*")
                .endsWith("The Contact Smith\\n2026-01-01 00:00:00 INFO  once All is well was written");
        assertThat(lines.get(1)).endsWith("Carriage return\\rend");
        assertThat(lines.get(2))
                .endsWith("Terminal ?[2K and ? and ? and ?right to left\t. Umlaut ü, emoji \uD83D\uDE00");
    }

    @Test
    void norCanAnExceptionsMessage() throws IOException {
        List<String> without = lines("text", () -> LOG.error("It failed", new IllegalStateException(FORGERY)));
        assertThat(without).singleElement().asString().endsWith("It failed");
    }

    @Test
    void norCanOneWhoseStackTraceIsShown() throws IOException {
        System.setProperty("stackTraces", "full");

        List<String> lines = lines("text", () -> LOG.error("It failed", new IllegalStateException(FORGERY)));

        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.get(1)).startsWith("java.lang.IllegalStateException: Smith");
        assertThat(lines.subList(2, lines.size())).allMatch(line -> line.startsWith("    | "));
    }

    @Test
    void asJsonEachEventIsOneObject() throws IOException {
        List<String> lines = lines("json", () -> {
            LOG.info("The Contact {} was written", FORGERY);
            LOG.error("It failed", new IllegalStateException(FORGERY));
        });

        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("message").asText()).isEqualTo("The Contact " + FORGERY + " was written");
        assertThat(first.get("level").asText()).isEqualTo("INFO");
        assertThat(first.get("logger").asText()).isEqualTo("some-route");
        assertThat(first.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}.+");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("exception").asText())
                .contains("IllegalStateException");
    }

    @Test
    void aSentenceOfTheComponentNamesTheSetting() throws IOException {
        List<String> lines = lines("text", () -> LOG.warn("The login was refused: check the option {}", "accessKey"));

        assertThat(lines).singleElement().asString().endsWith("check the setting vtiger.access-key");
    }
}
