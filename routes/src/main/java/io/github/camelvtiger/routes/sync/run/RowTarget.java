package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.Map;

/** What a row asks for. */
sealed interface RowTarget {

    /** A record is written. */
    record Write(String module, String operation, Map<String, Object> record) implements RowTarget {}

    /** Nothing: the row says so, or an interrupted run has done it. */
    record Nothing(boolean created, boolean updated, boolean deleted) implements RowTarget {

        static final Nothing SKIPPED = new Nothing(false, false, false);
    }

    /** Something that cannot be done. */
    record Refusal(String reason, Reject.Cause cause) implements RowTarget {}
}
