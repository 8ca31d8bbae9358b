package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyExportTest {

    @TempDir
    private Path directory;

    @Test
    void writesAllRecordsOfTheModuleByItsCron() {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            IntStream.range(0, 250).forEach(number -> crm.crm()
                    .create("Leads", Map.of("lastname", "Lead " + number, "company", "a,\"b\"\nß")));
            Map<String, String> everySecond =
                    Map.of("export.enabled", "true", "export.module", "Leads", "export.cron", "* * * * * ?");

            try (RunningApplication application = RunningApplication.against(crm, directory, everySecond)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> !exports().isEmpty());
                assertThat(application.context().isStarted()).isTrue();
            }

            assertThat(exports()).allSatisfy(file -> assertThat(rows(file))
                    .hasSize(250)
                    .allSatisfy(row -> assertThat(row.get("company")).isEqualTo("a,\"b\"\nß"))
                    .extracting(row -> row.get("lastname"))
                    .contains("Lead 0", "Lead 249")
                    .doesNotHaveDuplicates());
        }
    }

    private List<Path> exports() {
        Path exports = directory.resolve("export");
        if (!Files.exists(exports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(exports)) {
            return files.filter(file -> file.getFileName().toString().matches("Leads-\\d{8}-\\d{6}\\.csv"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<CSVRecord> rows(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
