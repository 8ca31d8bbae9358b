package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.migration.MovedIds;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Links.Linked;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records that are in the target before their like moves there: one with the same key is taken over, unless another record of the source
 * has become it already.
 */
final class TakenOver {

    private final MovedIds ids;
    private final Map<String, String> records = new HashMap<>();
    private final Map<String, RowTarget> refusals = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    TakenOver(MovedIds ids) {
        this.ids = ids;
    }

    /** The record that a row is. */
    Optional<String> record(Row row) {
        return Optional.ofNullable(records.get(row.place()));
    }

    /** Why it cannot be said which record a row is. */
    Optional<RowTarget> refusal(Row row) {
        return Optional.ofNullable(refusals.get(row.place()));
    }

    /**
     * Looks for those of rows that have not moved yet.
     *
     * @param rows a hundred at most, of one module
     * @param match the fields that make the key; a row in which one is empty has none
     */
    void look(List<Row> rows, RowMapping mapping, List<String> match, RecordsToDelete.Query target, String module) {
        Map<String, String> moved = ids.find(rows.stream().map(Row::place).toList());
        Map<Row, Map<String, Object>> keys = new HashMap<>();
        for (Row row : rows) {
            if (!moved.containsKey(row.place())
                    && !records.containsKey(row.place())
                    && mapping.map(row) instanceof MappedRow.Record record
                    && isComplete(record.fields(), match)) {
                keys.put(row, record.fields());
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        List<String> values = keys.values().stream()
                .map(fields -> String.valueOf(fields.get(match.get(0))))
                .distinct()
                .toList();
        Map<String, List<String>> found = new HashMap<>();
        target.find(module, match, values)
                .forEach(record -> found.computeIfAbsent(NaturalKey.of(match, record), key -> new ArrayList<>())
                        .add(String.valueOf(record.get("id"))));
        for (Row row : rows) {
            if (keys.containsKey(row)) {
                take(row, found.getOrDefault(NaturalKey.of(match, keys.get(row)), List.of()), module, match);
            }
        }
    }

    private static boolean isComplete(Map<String, Object> fields, List<String> match) {
        return match.stream()
                .allMatch(field -> fields.get(field) instanceof CharSequence text
                        && !text.toString().isBlank());
    }

    private void take(Row row, List<String> found, String module, List<String> match) {
        List<String> free = found.stream()
                .filter(id -> !taken.contains(id) && ids.links().number(ids.sync(), new Linked(module, id)) == 0)
                .toList();
        if (free.size() > 1) {
            refusals.put(
                    row.place(),
                    new RowTarget.Refusal(
                            "There are " + free.size() + " records of " + module + " with its "
                                    + String.join(", ", match)
                                    + " (" + String.join(", ", free)
                                    + "), so none is taken over; give them different values.",
                            Reject.Cause.REFUSED));
        } else if (free.size() == 1) {
            taken.add(free.get(0));
            records.put(row.place(), free.get(0));
        }
    }
}
