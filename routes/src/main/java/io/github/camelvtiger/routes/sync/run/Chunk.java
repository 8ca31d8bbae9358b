package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.List;
import java.util.Map;

/**
 * Consecutive rows of a source, of which those that are written are written by one operation.
 *
 * @param operation of the component: {@code upsert}, {@code create}, {@code revise} or {@code delete}
 * @param rows those that are to be written
 * @param refused those that cannot be
 * @param done what became of rows that need nothing: skipped ones, and those that an interrupted run had written
 * @param lastRow the number of the last row
 */
record Chunk(String module, String operation, List<Target> rows, List<Refused> refused, RunCounts done, long lastRow) {

    Chunk {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /** A row, and the record that is made of it. */
    record Target(Row row, Map<String, Object> record) {}

    /** A row, and why it cannot be written. */
    record Refused(Row row, String reason) {}

    Chunk with(List<Target> remaining, List<Refused> additional) {
        return new Chunk(
                module,
                operation,
                remaining,
                java.util.stream.Stream.concat(refused.stream(), additional.stream())
                        .toList(),
                done,
                lastRow);
    }

    /** What the component writes. */
    List<Map<String, Object>> records() {
        return rows.stream().map(Target::record).toList();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
