package io.github.camelvtiger.routes.sync.run;

import java.util.Optional;

/**
 * Finds the records that the rows of a portion mean, or refer to.
 *
 * @param source between two CRMs, what the ids of the one that is read stand for
 * @param target finds their ids in the one that is written
 * @param deleted finds the records that are to be deleted
 */
record Lookups(Optional<SourceRecords> source, References target, RecordsToDelete deleted) {

    /**
     * The portion with the ids of the target; a row with a reference that cannot be found is refused.
     *
     * @param creating creates those that are to be there
     */
    Chunk resolved(Chunk chunk, NewRecords creating) {
        return deleted.found(
                target.resolved(source.map(records -> records.translated(chunk)).orElse(chunk), creating));
    }
}
