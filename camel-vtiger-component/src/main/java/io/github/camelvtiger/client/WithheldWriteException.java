package io.github.camelvtiger.client;

/** A {@link WriteInterceptor} withheld the write: nothing was sent, and the CRM was not changed. */
public final class WithheldWriteException extends VtigerException {

    private final boolean dryRun;

    /** @param reason why it was withheld, as the rest of a sentence */
    public WithheldWriteException(PlannedWrite write, String reason) {
        this(write, reason, null);
    }

    public WithheldWriteException(PlannedWrite write, String reason, Throwable cause) {
        this(write, reason, false, cause);
    }

    private WithheldWriteException(PlannedWrite write, String reason, boolean dryRun, Throwable cause) {
        super(
                "The " + write + " was withheld: " + reason,
                FailureContext.of(
                        write.kind().operation(),
                        write.module().isEmpty() ? null : write.module(),
                        write.id().map(RecordId::toString).orElse(null)),
                cause);
        this.dryRun = dryRun;
    }

    /**
     * For an interceptor that withholds all writes to see what they would be: a later row of an upsert with the same key is then compared with what
     * this write would have made of the record, as if it had been sent.
     */
    public static WithheldWriteException dryRun(PlannedWrite write) {
        return new WithheldWriteException(write, "this is a dry run, and nothing was sent.", true, null);
    }

    public boolean isDryRun() {
        return dryRun;
    }
}
