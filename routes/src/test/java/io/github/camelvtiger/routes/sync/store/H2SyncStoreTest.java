package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2SyncStoreTest extends SyncStoreContract {

    @TempDir
    Path directory;

    @Override
    StoreAddress address() {
        return StoreAddress.files(directory.resolve("contract"));
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsRefusedWithASentence() throws Exception {
        Path held = directory.resolve("held");
        Process holder = process("hold", held);
        try {
            awaitOpen(holder);

            assertThatThrownBy(() -> SyncStore.open(StoreAddress.files(held), InstantSource.system()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Another process has the database of the syncs at ")
                    .hasMessageContaining(held.toString())
                    .hasMessageNotContaining("WRITE_DELAY");
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void onlyTheOwnerReadsTheDatabase() throws Exception {
        Path place = Files.createDirectories(directory.resolve("rights"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("syncs.mv.db"))))
                    .isEqualTo("rw-------");
            assertThat(store.size()).isPositive();
        }
    }

    @Test
    void aRenamedSyncIsRenamedInEveryTableThatNamesIt() throws Exception {
        Path place = directory.resolve("tables");
        StoreAddress address = StoreAddress.files(place);
        SyncStore.open(address, InstantSource.system()).close();

        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address.url());
                ResultSet columns = connection.getMetaData().getColumns(null, null, "SYNC_%", "SYNC")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        assertThat(tables).isNotEmpty().containsExactlyInAnyOrderElementsOf(Renames.TABLES);
    }

    @Test
    void noMessageShowsThePasswordOfTheDatabase() {
        String secret = "s3cretOfTheStore";
        for (String url : List.of(
                "jdbc:nosuchdriver://integration:" + secret + "@db.example.com/x",
                "jdbc:postgresql://127.0.0.1:1/x?user=a&password=" + secret)) {
            StoreAddress address = new StoreAddress(url, Optional.of("a"), Optional.of(secret));

            assertThatThrownBy(() -> SyncStore.open(address, InstantSource.system()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining(secret)
                    .hasNoCause();
            assertThat(address.toString()).doesNotContain(secret);
        }
    }

    @Test
    void whatIsCommittedSurvivesAProcessThatIsKilled() throws Exception {
        Path killed = directory.resolve("killed");
        Process process = process("halt", killed);
        awaitOpen(process);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        try (SyncStore store = SyncStore.open(StoreAddress.files(killed), InstantSource.system())) {
            Run run = store.runs().last("killed").orElseThrow();
            assertThat(run.position()).isEqualTo(3);
            assertThat(store.journal().behind(run.id(), 0)).hasSize(1);
        }
    }

    @Test
    void whatIsForgottenIsNotInTheFileAnyMore() throws Exception {
        Path place = directory.resolve("forgotten");
        Path file = place.resolve("syncs.mv.db");
        String secret = "ada.lovelace@example.com";
        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            Run run = store.runs().begin("people", Run.Kind.RUN, "f", "a", "b", "c");
            store.journal()
                    .intend(new Intent(
                            run.id(),
                            1,
                            "line 2",
                            null,
                            JournalledWrite.Kind.CREATE,
                            "Leads",
                            null,
                            Map.of(),
                            Map.of("email", secret),
                            Map.of()));
            store.links().put("messages", "Leads", Map.of("Leads 10x7", secret, "Leads 10x8", "10x9"));
        }
        assertThat(text(file)).contains(secret);
        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            store.forgetting().forget(secret, false);
            store.compactWhenClosed();
            assertThat(store.links().find("messages", "Leads 10x7")).isEmpty();
            assertThat(store.links().find("messages", "Leads 10x8"))
                    .as("what a record has become")
                    .isPresent();
        }

        assertThat(text(file)).doesNotContain(secret);
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).as("the note that says so").containsExactly(file);
        }
        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            assertThat(store.runs().last("people")).isPresent();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Its log may come first. */
    private static void awaitOpen(Process process) throws Exception {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("open"::equals))
                .as("the process opens the store")
                .isTrue();
    }

    private static Process process(String what, Path directory) throws Exception {
        return TestJvm.of(StoreProcess.class, what, directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Another process that has a store. */
    static final class StoreProcess {

        public static void main(String[] arguments) throws Exception {
            SyncStore store = SyncStore.open(StoreAddress.files(Path.of(arguments[1])), InstantSource.system());
            Run run = store.runs().begin("killed", Run.Kind.RUN, "f", "a", "b", "c");
            store.journal()
                    .intend(new Intent(
                            run.id(),
                            1,
                            "line",
                            null,
                            JournalledWrite.Kind.CREATE,
                            "Leads",
                            null,
                            Map.of(),
                            Map.of(),
                            Map.of()));
            store.runs().advance(run.id(), 3, RunCounts.NONE);
            System.out.println("open");
            System.out.flush();
            if (arguments[0].equals("halt")) {
                Runtime.getRuntime().halt(137);
            }
            // Until it is killed, or its parent ends.
            System.in.read();
        }
    }
}
