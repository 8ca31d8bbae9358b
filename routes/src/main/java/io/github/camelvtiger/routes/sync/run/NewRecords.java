package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.Optional;

/** Creates records that rows refer to and that are not there. */
interface NewRecords {

    /**
     * @param wanted with one module
     * @param row the first one that refers to it
     */
    Created create(ReferenceByKey wanted, Row row);

    /** What stands in for the id of a record that the run itself creates by another row, while nothing is written. */
    default Optional<String> planned(ReferenceByKey wanted) {
        return Optional.empty();
    }

    /**
     * What came of it.
     *
     * @param id of the record; a stand-in if nothing is written
     * @param isNew whether it was not there
     */
    record Created(String id, boolean isNew) {}
}
