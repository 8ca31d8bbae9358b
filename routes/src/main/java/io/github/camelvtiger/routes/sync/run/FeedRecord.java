package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a feed delivers of a record.
 *
 * @param source module and id in the CRM that is read, such as {@code Contacts 12x34}
 * @param module of the target
 * @param modified when the CRM says that it was changed; null for a deleted record
 * @param fields those of the record; of a deleted one its id
 */
record FeedRecord(String source, String module, boolean isDeleted, Instant modified, Map<String, Object> fields) {

    /**
     * @param number of the row in its run
     * @param reject of the same record, whose later state this is; null for none
     */
    Row row(long number, Long reject) {
        Map<String, Object> cells = new LinkedHashMap<>(fields);
        if (isDeleted) {
            cells.put(DeletedInSource.EVENT, DeletedInSource.DELETED);
        }
        return new Row(
                number,
                source,
                cells,
                Optional.of(module),
                Optional.ofNullable(reject).map(String::valueOf),
                Optional.empty());
    }
}
