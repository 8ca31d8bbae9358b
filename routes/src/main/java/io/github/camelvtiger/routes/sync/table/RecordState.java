package io.github.camelvtiger.routes.sync.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record as tables have it.
 *
 * @param isDeleted then it has its id only
 * @param modified when the CRM says that it was changed; null if it does not
 * @param row columns to values
 * @param items rows of its line items
 * @param related tables of relations to the ids of related records
 */
record RecordState(
        String id,
        boolean isDeleted,
        Instant modified,
        Map<String, Object> row,
        List<Map<String, Object>> items,
        Map<ModuleTable, List<String>> related) {

    static RecordState deleted(String id) {
        return new RecordState(id, true, null, Map.of(), List.of(), Map.of());
    }
}
