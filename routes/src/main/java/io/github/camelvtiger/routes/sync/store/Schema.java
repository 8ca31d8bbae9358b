package io.github.camelvtiger.routes.sync.store;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.Callback;

/**
 * The tables of the store, in the form of this release. H2 commits each statement that makes one by itself, so a process that is killed
 * leaves a part of a script: each script may be carried out again, and changes nothing then.
 */
final class Schema {

    private Schema() {}

    /**
     * Carries out the scripts that the database has not seen to their end.
     *
     * @param callbacks see each step
     */
    static void update(DataSource database, Callback... callbacks) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/syncs")
                .table("sync_schema_history")
                // The database may hold other tables, such as those of the cursors.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(callbacks)
                .load();
        List<MigrationInfo> scripts = List.of(flyway.info().all());
        // Flyway goes through all scripts for each thing that it is asked, which is a good part of a start.
        if (scripts.stream().anyMatch(Schema::isToBeRepaired)) {
            flyway.repair();
            flyway.migrate();
        } else if (!scripts.stream().allMatch(Schema::isDone)) {
            flyway.migrate();
        }
    }

    /** A script failed, on a full disk, say; or it has another text since, which makes the same tables. */
    private static boolean isToBeRepaired(MigrationInfo script) {
        return script.getState() == MigrationState.FAILED || isDone(script) && !script.isChecksumMatching();
    }

    private static boolean isDone(MigrationInfo script) {
        return script.getState() == MigrationState.SUCCESS || script.getState() == MigrationState.BASELINE;
    }
}
