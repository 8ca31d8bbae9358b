package io.github.camelvtiger.routes.sync.run;

import java.util.Optional;

/**
 * By the values of fields.
 *
 * @param source between two CRMs, what the ids of the one that is read stand for
 * @param target finds their ids in the one that is written
 * @param deleted finds the records that are to be deleted
 */
record KeyLookups(Optional<SourceRecords> source, References target, RecordsToDelete deleted) implements Lookups {

    @Override
    public Chunk resolved(Chunk chunk, Pass pass) {
        return deleted.found(
                target.resolved(source.map(records -> records.translated(chunk)).orElse(chunk), pass.newRecords()));
    }
}
