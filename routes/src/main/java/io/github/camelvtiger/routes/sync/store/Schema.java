package io.github.camelvtiger.routes.sync.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
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
        if (isToBeRepaired(flyway)) {
            flyway.repair();
        }
        flyway.migrate();
    }

    /** A script failed, on a full disk, say; or it has another text since, which makes the same tables. */
    private static boolean isToBeRepaired(Flyway flyway) {
        return Arrays.stream(flyway.info().all()).anyMatch(script -> script.getState() == MigrationState.FAILED)
                || flyway.validateWithResult().invalidMigrations.stream()
                        .anyMatch(script -> script.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH);
    }
}
