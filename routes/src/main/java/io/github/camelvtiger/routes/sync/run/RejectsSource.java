package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Retries;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rejects that a run has taken, as rows with their ids for numbers.
 *
 * @param run which took them
 * @param name such as {@code 12 rejected rows}
 */
record RejectsSource(Retries retries, String run, String name) implements RunSource {

    /** That of all of them: a reject is the same however often it is tried. */
    static final String IDENTITY = "rejects";

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public RowReader open() {
        return new Reader();
    }

    /** Those of the file from which the reject came. */
    @Override
    public List<String> columns(RowReader reader, Row row) {
        return ((Reader) reader).columns;
    }

    private final class Reader implements RowReader {

        private final ArrayDeque<Reject> page = new ArrayDeque<>();
        private long last;
        private List<String> columns = List.of();

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(retries.taken(run, last));
            }
            return !page.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Reject reject = page.remove();
            last = reject.id();
            columns = reject.columns();
            return new Row(
                    reject.id(),
                    reject.place(),
                    reject.payload(),
                    reject.module(),
                    Optional.of(String.valueOf(reject.id())),
                    reject.cause() == Reject.Cause.ROW ? Optional.of(reject.reason()) : Optional.empty());
        }

        @Override
        public void close() {}
    }
}
