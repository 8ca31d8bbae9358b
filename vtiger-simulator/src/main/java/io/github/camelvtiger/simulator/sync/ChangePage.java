package io.github.camelvtiger.simulator.sync;

import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows that changed after a time. The last change that fits ends the page, together with all others of its second, so
 * that a page may be longer ({@code webservice.md §8}).
 *
 * @param rows ascending by number, deleted ones too
 * @param last time of the latest of them; the asked one if there are none
 * @param more whether later ones are left
 */
record ChangePage(List<StoredRow> rows, String last, boolean more) {

    static ChangePage after(String time, ModuleTable table, Predicate<StoredRow> wanted, int changes) {
        List<StoredRow> changed = table.rows().values().stream()
                .filter(row -> timeOf(row).compareTo(time) > 0 && wanted.test(row))
                .toList();
        String last = changed.stream()
                .map(ChangePage::timeOf)
                .sorted()
                .limit(changes)
                .reduce((earlier, later) -> later)
                .orElse(time);
        List<StoredRow> page =
                changed.stream().filter(row -> timeOf(row).compareTo(last) <= 0).toList();
        return new ChangePage(page, last, page.size() < changed.size());
    }

    /** PBXManager spells its time with capitals. */
    private static String timeOf(StoredRow row) {
        String time = row.value("modifiedtime");
        return time.isEmpty() ? row.value("ModifiedTime") : time;
    }
}
