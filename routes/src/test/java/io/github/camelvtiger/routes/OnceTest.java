package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does first: start it without any setting. */
class OnceTest {

    @TempDir
    private Path directory;

    @Test
    void showsEachRouteAndStopsByItself() throws Exception {
        try (ChildApplication application = ChildApplication.start(directory, Map.of(), "--once")) {
            int exitCode = application.await(240);

            String said = application.output();
            assertThat(exitCode).as(said).isZero();
            assertThat(said)
                    .contains("a simulated one with demo data runs")
                    .contains("6 Lead(s) created, 2 row(s) rejected")
                    .containsPattern("CRM -> files: [1-9]\\d* changed Contact state")
                    .containsPattern("CRM -> CSV:   [1-9]\\d* record\\(s\\) of Contacts exported")
                    .containsPattern("CRM -> queue: [1-9]\\d* changed ticket state")
                    .contains("2 ticket(s) written from vtiger.tickets.in, 0 message(s) to vtiger.tickets.dead")
                    .doesNotContain("Exception");
            assertThat(files("contacts")).isPositive();
            assertThat(files("export")).isOne();
            assertThat(files("inbox/leads/done")).isOne();
            assertThat(files("inbox/leads/rejected")).isOne();
        }
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data").resolve(folder))) {
            return files.count();
        }
    }
}
