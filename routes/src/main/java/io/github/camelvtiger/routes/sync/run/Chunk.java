package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Consecutive rows of a source, of which those that are written are written by one operation.
 *
 * @param operation of the component: {@code upsert}, {@code create}, {@code revise} or {@code delete}
 * @param rows those that are to be written
 * @param refused those that cannot be
 * @param idle those that need nothing: skipped ones, and those that an interrupted run had written
 * @param needless those that turned out to need nothing: what they ask for is so already
 * @param done what became of them
 * @param lastRow the number of the last row
 */
record Chunk(
        String module,
        String operation,
        List<Target> rows,
        List<Refused> refused,
        List<Row> idle,
        List<Row> needless,
        RunCounts done,
        long lastRow) {

    Chunk {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
        idle = List.copyOf(idle);
        needless = List.copyOf(needless);
    }

    /** As it is read. */
    Chunk(
            String module,
            String operation,
            List<Target> rows,
            List<Refused> refused,
            List<Row> idle,
            RunCounts done,
            long lastRow) {
        this(module, operation, rows, refused, idle, List.of(), done, lastRow);
    }

    /**
     * A row, and the record that is made of it.
     *
     * @param created the references of the record by field, whose records the run may create
     */
    record Target(Row row, Map<String, Object> record, Map<String, ReferenceByKey> created) {

        Target(Row row, Map<String, Object> record) {
            this(row, record, Map.of());
        }
    }

    /** A row, and why it cannot be written. */
    record Refused(Row row, String reason, Reject.Cause cause) {}

    Chunk with(List<Target> remaining, List<Refused> additional) {
        return new Chunk(
                module,
                operation,
                remaining,
                Stream.concat(refused.stream(), additional.stream()).toList(),
                idle,
                needless,
                done,
                lastRow);
    }

    boolean deletes() {
        return operation.equals(RowTarget.DELETE);
    }

    /** The same without rows that turn out to need nothing. */
    Chunk with(List<Target> remaining, List<Refused> additional, List<Row> unneeded) {
        return new Chunk(
                module,
                operation,
                remaining,
                Stream.concat(refused.stream(), additional.stream()).toList(),
                idle,
                Stream.concat(needless.stream(), unneeded.stream()).toList(),
                done.plus(new RunCounts(0, 0, unneeded.size(), 0, 0, 0)),
                lastRow);
    }

    /** What the component writes. */
    List<Map<String, Object>> records() {
        return rows.stream().map(Target::record).toList();
    }

    /** How many rows it has. */
    long size() {
        return (long) rows.size() + refused.size() + idle.size() + needless.size();
    }
}
