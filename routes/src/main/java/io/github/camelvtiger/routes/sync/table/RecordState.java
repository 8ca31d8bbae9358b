package io.github.camelvtiger.routes.sync.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record as tables have it.
 *
 * @param isDeleted then it has its id, and in its row at most when the CRM was last seen to have it
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
        return deleted(id, Optional.empty());
    }

    /** @param after when the CRM was last seen to have it */
    static RecordState deleted(String id, Optional<Instant> after) {
        return new RecordState(
                id,
                true,
                null,
                after.<Map<String, Object>>map(time -> Map.of(ModuleTable.DELETED_AFTER, time))
                        .orElse(Map.of()),
                List.of(),
                Map.of());
    }
}
