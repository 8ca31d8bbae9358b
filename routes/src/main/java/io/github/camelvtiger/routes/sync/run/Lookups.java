package io.github.camelvtiger.routes.sync.run;

import java.util.Optional;

/**
 * Finds the records to which the rows of a portion refer.
 *
 * @param source between two CRMs, what the ids of the one that is read stand for
 * @param target finds their ids in the one that is written
 */
record Lookups(Optional<SourceRecords> source, References target) {

    /**
     * The portion with the ids of the target; a row with a reference that cannot be found is refused.
     *
     * @param creating creates those that are to be there
     */
    Chunk resolved(Chunk chunk, NewRecords creating) {
        return target.resolved(source.map(records -> records.translated(chunk)).orElse(chunk), creating);
    }
}
