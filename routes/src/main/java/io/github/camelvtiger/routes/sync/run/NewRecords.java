package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;

/** Creates records that rows refer to and that are not there. */
interface NewRecords {

    /**
     * @param wanted with one module
     * @param row the first one that refers to it
     */
    Created create(ReferenceByKey wanted, Row row);

    /**
     * What came of it.
     *
     * @param id of the record; a stand-in if nothing is written
     * @param isNew whether it was not there
     */
    record Created(String id, boolean isNew) {}
}
