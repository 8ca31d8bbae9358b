package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.demo.BundledSyncs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does first: start it without any setting, in a directory where nothing is. */
class OnceTest {

    @TempDir
    private Path directory;

    @Test
    void showsEachSyncAndRouteAndStopsByItself() throws Exception {
        try (ChildApplication application = ChildApplication.start(directory, Map.of(), "--once")) {
            int exitCode = application.await(240);

            String said = application.output();
            assertThat(exitCode).as(said).isZero();
            assertThat(said)
                    .contains("a simulated one with demo data runs")
                    .contains("There was no directory syncs, so it was made with the syncs of the demo.")
                    .contains("sync leads-from-csv: file data/inbox/leads -> crm Leads (try it: drop a file there)")
                    .containsPattern("sync contacts-to-files, .* -> file data/contacts/\\{id}.json: [1-9]\\d* created")
                    .containsPattern("sync contacts-by-day, .* -> file data/contacts-\\{day}.jsonl: [1-9]\\d* created")
                    .containsPattern("sync leads-to-queue, .* -> uri jms:queue:crm.leads: [1-9]\\d* created")
                    .containsPattern("sync warehouse, .* -> table warehouse: [1-9]\\d* created")
                    .contains("-> crm Leads: 6 created, 2 rejected")
                    .contains(
                            "sync leads-from-csv: 2 row(s) rejected; the files of rejects in data/inbox/leads/done say why")
                    .containsPattern("route nightly-export: [1-9]\\d* record\\(s\\) of Contacts exported")
                    .containsPattern("route tickets: [1-9]\\d* changed ticket state")
                    .contains("2 ticket(s) written from vtiger.tickets.in, 0 message(s) to vtiger.tickets.dead")
                    .doesNotContain("Exception");
            assertThat(files("data/contacts")).isPositive();
            assertThat(files("data/export")).isOne();
            assertThat(files("data/inbox/leads/done"))
                    .as("the file and that of its rejects")
                    .isEqualTo(2);
            assertThat(directory.resolve("data/store"))
                    .as("the next demo has another CRM")
                    .satisfiesAnyOf(store -> assertThat(store).doesNotExist(), store -> assertThat(store)
                            .isEmptyDirectory());
            for (String name : BundledSyncs.NAMES) {
                assertThat(directory.resolve("syncs").resolve(name))
                        .hasSameTextualContentAs(Path.of("..", "syncs", name));
            }
            assertThat(files("syncs")).isEqualTo(files(Path.of("..", "syncs")));
        }
    }

    @Test
    void aSecondDemoDoesNotTakeTheFilesOfTheFirst() throws Exception {
        Path lock = Files.createDirectories(directory.resolve("data")).resolve(".demo.lock");
        try (FileChannel first = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = first.lock();
                ChildApplication second = ChildApplication.start(directory, Map.of(), "--once")) {
            assertThat(held.isValid()).isTrue();
            assertThat(second.await(240)).as(second.output()).isEqualTo(1);
            assertThat(second.output())
                    .contains("The demo runs here already, with its files in ")
                    .doesNotContain("\tat ");
        }
    }

    private long files(String folder) throws IOException {
        return files(directory.resolve(folder));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
