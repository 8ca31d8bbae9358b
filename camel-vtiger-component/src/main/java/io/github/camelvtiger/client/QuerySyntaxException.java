package io.github.camelvtiger.client;

/** The query is not VTQL, or names a field that the module does not have. */
public final class QuerySyntaxException extends VtigerException {

    public QuerySyntaxException(String message, FailureContext context) {
        this(message, context, null);
    }

    public QuerySyntaxException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
