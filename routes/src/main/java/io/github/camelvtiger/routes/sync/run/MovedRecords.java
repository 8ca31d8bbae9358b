package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.migration.MovedIds;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a row that moves to another CRM: what it has become, as the store knows; else one that is taken over there; else a new
 * one, whose mark is the same whenever and in whatever state the row comes.
 *
 * @param ids what records have become
 * @param marked whether the module's records can carry a mark
 */
record MovedRecords(String module, MovedIds ids, TakenOver takenOver, boolean marked) implements RecordsOfRows {

    @Override
    public RowTarget write(Row row, Map<String, Object> fields) {
        Map<String, Object> record = new LinkedHashMap<>(fields);
        Optional<String> id = ids.find(row.place()).or(() -> takenOver.record(row));
        if (id.isPresent()) {
            record.put("id", id.get());
            return new RowTarget.Write(module, "revise", record);
        }
        Optional<RowTarget> refusal = takenOver.refusal(row);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (marked) {
            record.put(Mark.FIELD, Mark.of(ids.sync(), row.place()));
        }
        return new RowTarget.Write(module, "create", record);
    }
}
