package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.Collection;
import java.util.Optional;

/** Creates records that rows refer to and that are not there. */
interface NewRecords {

    /**
     * Finds out what has become of records that a process was about to create when it was killed, so that none is created twice.
     *
     * @param wanted those to which rows refer
     * @throws java.util.concurrent.CancellationException if the application stops before that is known
     */
    default void settle(Collection<ReferenceByKey> wanted) {}

    /**
     * @param wanted with one module
     * @param row the first one that refers to it
     * @return the id of the record; a stand-in if nothing is written
     * @throws io.github.camelvtiger.client.WithheldWriteException if limits do not allow it, and the row is to come again
     * @throws io.github.camelvtiger.client.VtigerException if the CRM refuses it
     */
    String create(ReferenceByKey wanted, Row row);

    /** What stands in for the id of a record that the run itself creates by another row, while nothing is written. */
    default Optional<String> planned(ReferenceByKey wanted) {
        return Optional.empty();
    }
}
