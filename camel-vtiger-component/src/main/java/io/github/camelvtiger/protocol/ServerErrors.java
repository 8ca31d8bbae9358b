package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.DuplicateRecordException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the codes of error envelopes ({@code webservice.md §11}) into exceptions that say what to do. */
final class ServerErrors {

    /** The subject of a call that names neither record nor module. */
    private static final String WHOLE = "the CRM";

    private static final Set<String> SESSION_LOST =
            Set.of("INVALID_SESSIONID", "SESSION_EXPIRED", "SESSION_LEFT_IDLE", "AUTHENTICATION_REQUIRED");
    private static final Pattern MISSING = Pattern.compile("(\\S+) does not have a value");
    private static final Pattern UNREADABLE_FIELD = Pattern.compile("Permission to access (\\S+) attribute denied.*");

    private ServerErrors() {}

    /** Whether the server has forgotten the session: nothing was done, and a new login helps. */
    static boolean isSessionLost(Envelope envelope) {
        return !envelope.success() && SESSION_LOST.contains(envelope.code());
    }

    static VtigerException of(Envelope envelope, int status, ServerCall call) {
        FailureContext context = call.failureContext().withAnswer(envelope.code(), status);
        String said = "the server says: " + envelope.message();
        String subject = subject(call);
        if (isSessionLost(envelope)) {
            return new AuthenticationException(
                    "The server rejected a session it had just opened; " + said + ".", context);
        }
        return switch (envelope.code()) {
            case "ACCESS_DENIED" -> accessDenied(envelope, context, subject, said);
            case "INVALID_ID_ATTRIBUTE" -> invalidId(call, context, said);
            case "RECORD_NOT_FOUND" -> notFound(call, context, said);
            case "MANDATORY_FIELDS_MISSING" ->
                new InvalidRecordException(mandatory(envelope.message(), subject, said), context);
            case "REFERENCE_INVALID" ->
                new InvalidRecordException(
                        "A reference of the record for " + subject + " points to the wrong module; " + said
                                + "; describe lists the modules that the field refers to.",
                        context);
            case "QUERY_SYNTAX_ERROR" -> new QuerySyntaxException("The query is not VTQL; " + said + ".", context);
            case "0" ->
                new DuplicateRecordException(
                        "The record for " + subject + " has the value of another one in a unique field; " + said + ".",
                        context);
            case "UNKOWN_ENTITY", "LEAD_ALREADY_CONVERTED" ->
                new InvalidRecordException(
                        "The operation " + call.operation() + " can't be done for " + subject + "; " + said + ".",
                        context);
            case "INVALID_USER_CREDENTIALS", "INVALID_AUTH_TOKEN", "ACCESSKEY_UNDEFINED", "AUTHENTICATION_FAILURE" ->
                new AuthenticationException("The login was refused; " + said + ".", context);
            default -> other(call, envelope, context, said);
        };
    }

    private static RecordNotFoundException notFound(ServerCall call, FailureContext context, String said) {
        return new RecordNotFoundException(
                (call.recordId() == null
                                ? "A record that " + call.operation() + " needs does not exist"
                                : "There is no record " + call.recordId())
                        + " (" + said + "); the id may be one of another module, or the record is deleted.",
                context);
    }

    /** From 8.3.0 on also said of references and owners that are not ids ({@code releases.md §2}). */
    private static VtigerException invalidId(ServerCall call, FailureContext context, String said) {
        return switch (call.operation()) {
            case "create", "update", "revise" ->
                new InvalidRecordException(
                        "A reference or owner field of the record sent for " + subject(call)
                                + " holds something other than a record id such as 12x34; " + said + ".",
                        context);
            case "query", "query_related" ->
                new QuerySyntaxException(
                        "The query compares an id, an owner or a reference with something other than a record id such as 12x34; "
                                + said + ".",
                        context);
            default -> notFound(call, context, said);
        };
    }

    private static VtigerException other(ServerCall call, Envelope envelope, FailureContext context, String said) {
        return Set.of("query", "query_related").contains(call.operation())
                        && "INTERNAL_SERVER_ERROR".equals(envelope.code())
                ? new QuerySyntaxException(
                        "The query has a character or an empty text that VTQL can't read; " + said + ".", context)
                : new ServerFailureException(
                        "The server failed at " + call + " with " + envelope.code() + "; " + said + ".", context);
    }

    private static VtigerException accessDenied(
            Envelope envelope, FailureContext context, String subject, String said) {
        Matcher field = UNREADABLE_FIELD.matcher(envelope.message());
        if (field.matches()) {
            String name = field.group(1).replaceAll("^'?\\.|\\.'?$", "");
            return new QuerySyntaxException(
                    "The field " + name + " does not exist in " + subject + ", or the user may not read it.", context);
        }
        return new AccessDeniedException(
                "The user has no right to " + context.operation() + " " + subject + " (" + said
                        + "); check the user's role, profile and sharing in Vtiger.",
                context);
    }

    private static String mandatory(String message, String subject, String said) {
        Matcher missing = MISSING.matcher(message);
        return missing.matches()
                ? "The field " + missing.group(1) + (subject.equals(WHOLE) ? "" : " of " + subject)
                        + " has no value, and it is mandatory: send one."
                : "The record for " + subject + " lacks a mandatory field; " + said + ".";
    }

    private static String subject(ServerCall call) {
        if (call.recordId() != null) {
            return call.recordId();
        }
        return call.module() == null ? WHOLE : call.module();
    }
}
