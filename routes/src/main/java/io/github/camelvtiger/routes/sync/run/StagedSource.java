package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Rows of a table as they were when a run began, on disk: the run, and the one that goes on after a kill, find them at the same
 * numbers, whatever becomes of the table. A row that is a reject brings its number.
 *
 * @param sync the name of the sync
 * @param taken the rows
 * @param table empty if the rows are only looked at
 */
record StagedSource(String sync, SourceSnapshot taken, Optional<StagedRows> table, Rejects rejects)
        implements RunSource {

    private static final int PAGE = 500;

    @Override
    public String name() {
        return taken.name();
    }

    @Override
    public String identity() {
        return taken.identity();
    }

    @Override
    public RowReader open() throws IOException {
        return new Reader(taken.open());
    }

    @Override
    public List<String> columns(RowReader reader, Row row) {
        return reader.columns();
    }

    /** What a run has not brought to its end is left for the next one. */
    @Override
    public void over(RunReport.Outcome outcome) throws IOException {
        if (table.isEmpty()) {
            return;
        }
        if (outcome == RunReport.Outcome.STOPPED) {
            try (RowReader rows = open()) {
                List<Map<String, Object>> stopped = new ArrayList<>();
                while (rows.hasNext()) {
                    stopped.add(rows.next().cells());
                    if (stopped.size() == PAGE || !rows.hasNext()) {
                        table.get().stop(stopped, "A limit of the sync stopped its run.");
                        stopped.clear();
                    }
                }
            }
        }
        if (outcome == RunReport.Outcome.DONE || outcome == RunReport.Outcome.STOPPED) {
            Files.deleteIfExists(taken.file());
        }
    }

    private final class Reader implements RowReader {

        private final RowReader rows;
        private final ArrayDeque<Row> page = new ArrayDeque<>();
        private final List<String> columns;

        Reader(RowReader rows) {
            this.rows = rows;
            fill();
            this.columns =
                    page.isEmpty() ? List.of() : List.copyOf(page.peek().cells().keySet());
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public boolean hasNext() {
            return !page.isEmpty();
        }

        @Override
        public Row next() {
            if (page.isEmpty()) {
                throw new NoSuchElementException();
            }
            Row row = page.remove();
            if (page.isEmpty()) {
                fill();
            }
            return row;
        }

        private void fill() {
            List<Row> read = new ArrayList<>();
            while (read.size() < PAGE && rows.hasNext()) {
                read.add(rows.next());
            }
            Map<String, Long> before =
                    rejects.openAt(sync, read.stream().map(Row::place).toList());
            read.forEach(row -> page.add(new Row(
                    row.number(),
                    row.place(),
                    row.cells(),
                    row.module(),
                    Optional.ofNullable(before.get(row.place())).map(String::valueOf),
                    row.fault())));
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
