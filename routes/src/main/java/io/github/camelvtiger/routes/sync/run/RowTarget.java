package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.Map;

/** What a row asks for. */
sealed interface RowTarget {

    /** The operation by which records are deleted. */
    String DELETE = "delete";

    /**
     * A record is written, or deleted.
     *
     * @param record its fields; of one that is deleted its id, or the fields by which it is found
     */
    record Write(String module, String operation, Map<String, Object> record) implements RowTarget {}

    /** Nothing: the row says so, or an interrupted run has done it. */
    record Nothing(boolean created, boolean updated, boolean deleted) implements RowTarget {

        static final Nothing SKIPPED = new Nothing(false, false, false);
    }

    /** Something that cannot be done. */
    record Refusal(String reason, Reject.Cause cause) implements RowTarget {}
}
