package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.Map;

/** Which record a row is: one that is there, or a new one. */
interface RecordsOfRows {

    /** @param fields of the record as the mapping makes them */
    RowTarget write(Row row, Map<String, Object> fields);
}
