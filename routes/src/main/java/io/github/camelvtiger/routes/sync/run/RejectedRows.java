package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Run;
import java.io.IOException;

/** Keeps the rows that were refused. */
interface RejectedRows {

    /** @param reason one sentence */
    void add(Run run, Row row, String reason) throws IOException;
}
