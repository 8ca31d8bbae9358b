package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.store.Reject;

/** Why tables cannot be written now, in one sentence. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of which kind it is. */
    enum Cause {
        /** A row is refused, and would be again. */
        ROW,
        /** A row is refused because of other rows, which may change. */
        ROW_NOW,
        /** A table is not as it is expected to be. */
        TABLE,
        /** The database does not answer, or cannot do anything. */
        DATABASE
    }

    private final Cause kind;

    TableException(Cause kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    Cause kind() {
        return kind;
    }

    /** Whether it is about one row, and the database takes others. */
    boolean isOfRow() {
        return kind == Cause.ROW || kind == Cause.ROW_NOW;
    }

    /** What becomes of such a row. */
    Reject.Cause reject() {
        return kind == Cause.ROW_NOW ? Reject.Cause.PASSING : Reject.Cause.REFUSED;
    }
}
