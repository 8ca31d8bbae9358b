package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.rows.Row;

/** The marks of the records that rows create: always the same for the same row. */
interface Marks {

    String of(Row row);

    /**
     * Of the rows of one source, which are the same as long as its bytes are.
     *
     * @param source SHA-256 of what is read
     */
    static Marks ofSource(String sync, String source) {
        return row -> Mark.of(sync, source, Long.toString(row.number()));
    }

    /** Of messages, whose place is the same each time one is delivered. */
    static Marks ofPlaces(String sync) {
        return row -> Mark.of(sync, row.place());
    }
}
