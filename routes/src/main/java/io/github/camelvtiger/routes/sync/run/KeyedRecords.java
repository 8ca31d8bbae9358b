package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a row by what the row says: an update if it has an id, an upsert if the sync says what makes a record the same, a create
 * otherwise. A record that is created carries a mark, by which it is found if the process ends before the answer.
 *
 * @param match the fields by which a record is found again; empty if none are
 * @param marks of created records; empty if the module's records cannot carry one
 */
record KeyedRecords(String module, List<String> match, Optional<Marks> marks, RejectedBefore rejected)
        implements RecordsOfRows {

    @Override
    public RowTarget write(Row row, Map<String, Object> fields) {
        Object id = fields.get("id");
        if (id != null && !id.toString().isBlank()) {
            return new RowTarget.Write(module, "revise", fields);
        }
        Map<String, Object> record = new LinkedHashMap<>(fields);
        record.remove("id");
        if (!match.isEmpty()) {
            return new RowTarget.Write(module, "upsert", record);
        }
        Optional<String> left = rejected.record(row);
        if (left.isPresent()) {
            record.put("id", left.get());
            return new RowTarget.Write(module, "revise", record);
        }
        marks.ifPresent(each -> record.put(Mark.FIELD, each.of(row)));
        return new RowTarget.Write(module, "create", record);
    }
}
