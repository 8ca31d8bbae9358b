package io.github.camelvtiger.routes.sync.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
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
        refuseNewer(scripts);
        // Flyway goes through all scripts for each thing that it is asked, which is a good part of a start.
        if (scripts.stream().anyMatch(Schema::isToBeRepaired)) {
            flyway.repair();
            flyway.migrate();
        } else if (!scripts.stream().allMatch(Schema::isDone)) {
            flyway.migrate();
        }
    }

    /** What a newer release has changed, this one would not keep to. */
    private static void refuseNewer(List<MigrationInfo> scripts) {
        newest(scripts.stream().filter(Schema::isNewer)).ifPresent(newest -> {
            throw new StoreException("it has version " + newest
                    + ", which a newer release has made, and this one knows versions up to "
                    + newest(scripts.stream().filter(script -> !isNewer(script)))
                            .orElse(MigrationVersion.EMPTY)
                    + "; start that release, or restore the backup from before the upgrade");
        });
    }

    private static boolean isNewer(MigrationInfo script) {
        return script.getState() == MigrationState.FUTURE_SUCCESS || script.getState() == MigrationState.FUTURE_FAILED;
    }

    private static Optional<MigrationVersion> newest(Stream<MigrationInfo> scripts) {
        return scripts.map(MigrationInfo::getVersion).max(Comparator.naturalOrder());
    }

    /** A script failed, on a full disk, say; or it has another text since, which makes the same tables. */
    private static boolean isToBeRepaired(MigrationInfo script) {
        return script.getState() == MigrationState.FAILED || isDone(script) && !script.isChecksumMatching();
    }

    private static boolean isDone(MigrationInfo script) {
        return script.getState() == MigrationState.SUCCESS || script.getState() == MigrationState.BASELINE;
    }
}
