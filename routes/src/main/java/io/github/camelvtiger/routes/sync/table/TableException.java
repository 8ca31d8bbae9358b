package io.github.camelvtiger.routes.sync.table;

/** Why tables cannot be written now, in one sentence. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of which kind it is. */
    enum Cause {
        /** A row is refused. */
        ROW,
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
}
