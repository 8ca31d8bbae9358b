package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * The rows of a file that is the whole list, and behind them a row for each record of the target that meets the scope and is not
 * in the file: that one is deleted. If it cannot be said of a single row which record it is, nothing is: the record might be that one.
 */
final class MissingRows implements RowReader {

    /** The cell of a row that no file has. */
    private static final String MISSING = "_missing";

    private final RowReader file;
    private final TargetModule target;
    private final String scope;
    private final List<String> keyFields;
    private final RowMapping mapping;
    /** Hashes: that two keys have one keeps a record that might go, and deletes none that is to stay. */
    private final Set<Integer> present = new HashSet<>();

    private long last;
    private long unknown;
    private Queue<Row> missing;

    /**
     * @param scope a VTQL condition
     * @param match the fields by which the record of a row is found; empty if it is by id
     */
    MissingRows(RowReader file, TargetModule target, String scope, List<String> match, RowMapping mapping) {
        this.file = file;
        this.target = target;
        this.scope = scope;
        this.keyFields = match.isEmpty() ? List.of("id") : match;
        this.mapping = mapping;
    }

    /** What rows of missing records say, also when they are tried again. */
    static Optional<RowTarget> deletion(Row row, String module) {
        return row.cells().containsKey(MISSING)
                ? Optional.of(new RowTarget.Write(
                        module, RowTarget.DELETE, Map.of("id", row.cells().get("id"))))
                : Optional.empty();
    }

    /** Why nothing was deleted; empty if that was possible. */
    Optional<String> note() {
        return unknown == 0
                ? Optional.empty()
                : Optional.of("no record was deleted for not being in the file, since of "
                        + (unknown == 1 ? "one row" : unknown + " rows")
                        + " it cannot be said which record it is; correct the file");
    }

    @Override
    public List<String> columns() {
        return file.columns();
    }

    @Override
    public long emptyRows() {
        return file.emptyRows();
    }

    @Override
    public boolean hasNext() {
        if (missing == null && file.hasNext()) {
            return true;
        }
        if (missing == null) {
            missing = unknown > 0 ? new ArrayDeque<>() : missing();
        }
        return !missing.isEmpty();
    }

    @Override
    public Row next() {
        if (missing != null) {
            return missing.remove();
        }
        Row row = file.next();
        last = row.number();
        Optional<Map<String, Object>> key = mapping.key(row);
        key.ifPresent(fields -> present.add(NaturalKey.of(keyFields, fields).hashCode()));
        unknown += key.isPresent() ? 0 : 1;
        return row;
    }

    /** Each has the same number in each pass, whatever else is created or deleted meanwhile. */
    private Queue<Row> missing() {
        Queue<Row> rows = new ArrayDeque<>();
        try {
            target.each(scope, keyFields, record -> {
                if (!present.contains(NaturalKey.of(keyFields, record).hashCode())) {
                    rows.add(missing(String.valueOf(record.get("id"))));
                }
            });
        } catch (VtigerException e) {
            throw new BadFileException("The records of " + target.name()
                    + " that are not in the file cannot be listed: " + e.getMessage());
        }
        return rows;
    }

    private Row missing(String id) {
        return new Row(
                last + RecordId.parse(id).number(),
                target.name() + " " + id,
                Map.of("id", id, MISSING, true),
                Optional.empty());
    }

    @Override
    public void close() {
        file.close();
    }
}
