package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.util.Iterator;
import java.util.List;

/** The rows of a portion of a feed. */
final class FeedRows implements RowReader {

    private final Iterator<Row> rows;

    FeedRows(List<Row> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row next() {
        return rows.next();
    }

    @Override
    public void close() {}
}
