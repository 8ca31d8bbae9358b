package io.github.camelvtiger.routes.sync.run;

/** The table that a sync reads cannot be read or written now, in one sentence. */
public final class StagedRowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** @param passing whether it may work later, as with a database that does not answer */
    public StagedRowsException(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** Whether it may work later. */
    public boolean isPassing() {
        return passing;
    }
}
