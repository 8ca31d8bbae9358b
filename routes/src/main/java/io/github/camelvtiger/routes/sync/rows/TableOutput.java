package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.util.List;

/** A table that is written row by row. */
interface TableOutput {

    /**
     * Writes a row whole or not at all.
     *
     * @throws UnwritableRowException if the table cannot hold it
     */
    void write(List<?> cells) throws IOException;

    /** Writes what belongs behind the last row. */
    void end() throws IOException;
}
