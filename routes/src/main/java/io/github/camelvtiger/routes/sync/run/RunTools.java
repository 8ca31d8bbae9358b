package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Links;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What every run of a sync works with.
 *
 * @param source what the records of a CRM that is read have; empty if files are read
 * @param migration of a sync by which records move to another CRM
 * @param connection url and user of the CRM
 * @param executor for the database
 * @param outcomes learns what becomes of rows
 */
record RunTools(
        SyncDefinition sync,
        SyncStore store,
        Targets targets,
        Optional<SourceColumns> source,
        Optional<Migration> migration,
        RunStart.Mapper mapper,
        Supplier<String> connection,
        InstantSource clock,
        Executor executor,
        RowOutcomes outcomes) {

    /** The sync for which this one waits. */
    Predecessor predecessor() {
        return new Predecessor(store.runs(), sync.name(), sync.after());
    }

    /** Which rows are of records that are to be deleted. */
    DeletedRows deleted() {
        if (sync.deletions() instanceof Deletions.Missing) {
            return row -> MissingRows.deletion(row, targets.first().name());
        }
        return sync.deletions() instanceof Deletions.Events
                ? new DeletedInSource(sync.name(), store.links())
                : DeletedRows.NONE;
    }

    /** What keeps track of the records of the target, for syncs that must know later what a record of the source has become. */
    Optional<Links> links() {
        return sync.deletions() instanceof Deletions.Events || sync.isMigration()
                ? Optional.of(store.links())
                : Optional.empty();
    }
}
