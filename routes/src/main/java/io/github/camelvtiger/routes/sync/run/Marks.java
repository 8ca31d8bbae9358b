package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.rows.Row;

/** The marks of the records that the rows of one source create: the same for each row of the same bytes. */
final class Marks {

    private final String sync;
    private final String source;

    /** @param source SHA-256 of what is read */
    Marks(String sync, String source) {
        this.sync = sync;
        this.source = source;
    }

    String of(Row row) {
        return Mark.of(sync, source, Long.toString(row.number()));
    }
}
