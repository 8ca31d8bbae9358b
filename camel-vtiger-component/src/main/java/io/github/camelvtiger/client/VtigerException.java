package io.github.camelvtiger.client;

/**
 * The root of every failure this component reports. Its message is one sentence that names the option or field, the
 * value and the fix; it never carries an access key, a session or a password.
 */
public abstract sealed class VtigerException extends RuntimeException
        permits AccessDeniedException,
                AmbiguousWriteException,
                AuthenticationException,
                BatchFailedException,
                DuplicateRecordException,
                InvalidRecordException,
                QuerySyntaxException,
                RateLimitedException,
                RecordNotFoundException,
                ServerFailureException,
                TransportException,
                WithheldWriteException {

    private final FailureContext context;

    VtigerException(String message, FailureContext context, Throwable cause) {
        super(message, cause);
        this.context = context;
    }

    /** The operation that failed, as the server names it ({@code create}, {@code query}); null where none was begun. */
    public String getOperation() {
        return context.operation();
    }

    /** The module's API name; null where the call names none. */
    public String getModule() {
        return context.module();
    }

    /** The record's id ({@code 12x34}); null where the call names none. */
    public String getRecordId() {
        return context.recordId();
    }

    /** The code in the server's error envelope ({@code ACCESS_DENIED}; {@code 0} for duplicates); null without one. */
    public String getServerCode() {
        return context.serverCode();
    }

    /** The HTTP status of the answer; 0 where no answer came. */
    public int getHttpStatus() {
        return context.httpStatus();
    }
}
