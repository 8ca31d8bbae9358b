package io.github.camelvtiger.routes.sync.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tables that have a row for each record, as it is now. */
final class PresentStates implements StateWriter {

    private final TableRows rows;
    private final Optional<TableRows> items;
    private final boolean keepsDeleted;

    /**
     * @param items those of line items, if the records have such
     * @param keepsDeleted whether the row of a deleted record is marked, and not removed
     */
    PresentStates(TableRows rows, Optional<TableRows> items, boolean keepsDeleted) {
        this.rows = rows;
        this.items = items;
        this.keepsDeleted = keepsDeleted;
    }

    @Override
    public void write(Handle handle, List<RecordState> states, Instant now) {
        Map<String, RecordState> last = new LinkedHashMap<>();
        states.forEach(state -> last.put(state.id(), state));
        List<String> deleted = last.values().stream()
                .filter(RecordState::isDeleted)
                .map(RecordState::id)
                .toList();
        List<RecordState> present =
                last.values().stream().filter(state -> !state.isDeleted()).toList();
        if (keepsDeleted) {
            rows.mark(handle, ModuleTable.DELETED, now, ModuleTable.ID, deleted);
        } else {
            rows.remove(handle, ModuleTable.ID, deleted);
        }
        items.ifPresent(table -> table.removeOrphans(handle, deleted, rows));
        rows.put(handle, present.stream().map(RecordState::row).toList());
        items.ifPresent(table -> {
            table.remove(
                    handle,
                    ModuleTable.PARENT,
                    present.stream().map(RecordState::id).toList());
            List<Map<String, Object>> all = new ArrayList<>();
            present.forEach(state -> all.addAll(state.items()));
            table.put(handle, all);
        });
    }
}
