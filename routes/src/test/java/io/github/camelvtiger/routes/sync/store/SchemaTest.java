package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The making of the tables may be interrupted at any moment. */
class SchemaTest {

    /** All of them in the long form. */
    private static final int STEPS = Integer.getInteger("vtiger.kills", 2) > 2 ? 1 : 4;

    @TempDir
    Path directory;

    private final List<Path> left = new ArrayList<>();

    @Test
    void whatAKilledProcessLeavesOfItsFirstStartIsTakenByTheNextOne() throws Exception {
        Path first = Files.createDirectories(directory.resolve("first"));
        JdbcDataSource database = database(first);

        Schema.update(database, new Copies(first.resolve("syncs.mv.db")));

        assertThat(left).hasSizeGreaterThan(20);
        for (int step = 0; step < left.size(); step += STEPS) {
            Path copy = left.get(step);
            try (SyncStore store = SyncStore.open(StoreAddress.files(copy), InstantSource.system())) {
                Run run = store.runs().begin("people", Run.Kind.RUN, "f", "a", "b", "c");
                assertThat(store.runs().find(run.id())).as("after %s", copy).isPresent();
            }
        }
    }

    @Test
    void tablesOfANewerReleaseAreRefused() throws Exception {
        Path place = directory.resolve("newer");
        SyncStore.open(StoreAddress.files(place), InstantSource.system()).close();
        try (var connection = database(place).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into \"sync_schema_history\" select \"installed_rank\" + 100, '99', 'of tomorrow', \"type\","
                            + " 'V99__of_tomorrow.sql', \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\""
                            + " from \"sync_schema_history\" where \"version\" = '1'");
        }

        assertThatThrownBy(() -> SyncStore.open(StoreAddress.files(place), InstantSource.system()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The database of the syncs at ")
                .hasMessageMatching(
                        "(?s).* could not be brought to the form of this release: it has version 99, which a newer"
                                + " release has made, and this one knows versions up to \\d+; start that release, or restore the"
                                + " backup from before the upgrade");
    }

    @Test
    void aScriptThatFailedIsCarriedOutAgainAndNothingIsLost() throws Exception {
        Path place = directory.resolve("failed");
        String run;
        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            run = store.runs().begin("people", Run.Kind.RUN, "f", "a", "b", "c").id();
        }
        try (var connection = database(place).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop index sync_write_place");
            assertThat(statement.executeUpdate("update \"sync_schema_history\" set \"success\" = false"
                            + " where cast(\"version\" as int) >= 8"))
                    .isPositive();
        }

        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            assertThat(store.runs().find(run)).isPresent();
        }
        try (var connection = database(place).getConnection();
                var indexes = connection.getMetaData().getIndexInfo(null, "PUBLIC", "SYNC_WRITE", false, false)) {
            List<String> names = new ArrayList<>();
            while (indexes.next()) {
                names.add(indexes.getString("INDEX_NAME"));
            }
            assertThat(names).contains("SYNC_WRITE_PLACE");
        }
    }

    @Test
    void aStoreWhoseScriptsHadAnotherTextIsOpened() throws Exception {
        Path place = directory.resolve("former");
        String run;
        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            run = store.runs().begin("people", Run.Kind.RUN, "f", "a", "b", "c").id();
        }
        try (var connection = database(place).getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update \"sync_schema_history\" set \"checksum\" = 1"
                            + " where cast(\"version\" as int) between 1 and 5"))
                    .isEqualTo(5);
        }

        try (SyncStore store = SyncStore.open(StoreAddress.files(place), InstantSource.system())) {
            assertThat(store.runs().find(run)).isPresent();
        }
    }

    private static JdbcDataSource database(Path place) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(StoreAddress.files(place).url());
        return database;
    }

    /** Keeps the file as it is at each step: what would be there if the process was killed then. */
    private final class Copies implements Callback {

        private final Path file;

        Copies(Path file) {
            this.file = file;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return Optional.of(event)
                    .filter(each -> each == Event.BEFORE_EACH_MIGRATE
                            || each == Event.AFTER_EACH_MIGRATE_STATEMENT
                            || each == Event.AFTER_EACH_MIGRATE)
                    .isPresent();
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                Path copy = Files.createDirectories(directory.resolve("left-" + left.size()));
                Files.copy(file, copy.resolve(file.getFileName()));
                left.add(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getCallbackName() {
            return "copies";
        }
    }
}
