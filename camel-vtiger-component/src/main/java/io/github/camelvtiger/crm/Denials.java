package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Finds out what the server means by ACCESS_DENIED: it says the same of a record that does not exist, of a module that
 * does not, and of missing rights ({@code webservice.md §4 §5}).
 */
final class Denials {

    /** Said of a record that is there and that the sharing rules hide; a query would not find it either. */
    private static final String HIDDEN = "Permission to read given object is denied";

    private static final String DENIED_ID = "is denied for id";

    private final Protocol protocol;
    private final Descriptions metadata;
    private final RefusedOwners refusedOwners;

    Denials(Protocol protocol, Descriptions metadata, RefusedOwners refusedOwners) {
        this.protocol = protocol;
        this.metadata = metadata;
        this.refusedOwners = refusedOwners;
    }

    /** The call's answer; a denial explained by what the CRM has. */
    CompletableFuture<ServerAnswer> explained(ServerCall call) {
        return explained(call, List.of());
    }

    /** @param fields the names of fields that the call is about */
    CompletableFuture<ServerAnswer> explained(ServerCall call, List<String> fields) {
        Optional<InvalidRecordException> refusal = ModuleLimits.refusal(call);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        return protocol.call(call).exceptionallyCompose(failure -> {
            VtigerException known = known(failure);
            return reason(known, call, fields).handle((reason, unknown) -> {
                throw new CompletionException(unknown == null && reason != null ? reason : known);
            });
        });
    }

    /** The failure of a call about a module only, explained where the module does not exist. */
    <T> CompletableFuture<T> moduleDenied(Throwable failure, FailureContext context) {
        VtigerException known = known(failure);
        if (!(known instanceof AccessDeniedException)) {
            return CompletableFuture.failedFuture(known);
        }
        return metadata.unknownModule(context.module(), context)
                .thenCompose(unknown -> CompletableFuture.failedFuture(
                        unknown.<VtigerException>map(it -> it).orElse(known)));
    }

    private CompletableFuture<? extends VtigerException> reason(
            VtigerException failure, ServerCall call, List<String> fields) {
        FailureContext context = FailureContext.of(call.operation(), call.module(), call.recordId())
                .withAnswer(failure.getServerCode(), failure.getHttpStatus());
        if (RefusedOwners.isOne(failure)) {
            return CompletableFuture.completedFuture(refusedOwners.explained(failure));
        }
        Optional<VtigerException> limit = ModuleLimits.explained(failure, call, context);
        if (limit.isPresent()) {
            return CompletableFuture.completedFuture(limit.get());
        }
        if (failure instanceof AccessDeniedException && failure.getMessage().contains(HIDDEN)) {
            return CompletableFuture.completedFuture(null);
        }
        if (failure instanceof AccessDeniedException && call.recordId() != null) {
            return missing(RecordId.parse(call.recordId()), context)
                    .thenApply(missing -> missing == null ? malformedReference(failure, call, context) : missing);
        }
        if (failure instanceof AccessDeniedException && call.module() != null) {
            return metadata.unknownModule(call.module(), context)
                    .thenApply(unknown -> unknown.orElseGet(() -> malformedReference(failure, call, context)));
        }
        if (failure instanceof QuerySyntaxException && !fields.isEmpty()) {
            return metadata.unknownField(call.module(), fields, context).thenApply(reason -> reason.orElse(null));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** The server denies the id that a reference field of the record holds, in the words it has for the record's own. */
    private static InvalidRecordException malformedReference(
            VtigerException failure, ServerCall call, FailureContext context) {
        return call.read() || !failure.getMessage().contains(DENIED_ID)
                ? null
                : new InvalidRecordException(
                        "A reference or owner field of the record sent to " + call.operation()
                                + " is not the id of a record; write ids like 11x3.",
                        context);
    }

    /** @return null when the record is there, so that the denial is one */
    private CompletableFuture<RecordNotFoundException> missing(RecordId id, FailureContext context) {
        return metadata.moduleOf(id)
                .thenCompose(module ->
                        module.map(name -> isThere(name, id)).orElseGet(() -> CompletableFuture.completedFuture(false)))
                .thenApply(there -> there
                        ? null
                        : new RecordNotFoundException(
                                "There is no record " + id
                                        + " that the user may see: it is deleted, never existed, or its module is hidden from the user.",
                                context));
    }

    private CompletableFuture<Boolean> isThere(String module, RecordId id) {
        String vtql = "select id from " + module + " where id = '" + id + "';";
        ServerCall call = ServerCall.get("query", module, id.toString(), Map.of("query", vtql));
        return protocol.call(call)
                .thenApply(answer -> !Results.array(call, answer).isEmpty());
    }

    static VtigerException known(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof VtigerException known
                ? known
                : new ServerFailureException("The call failed: " + cause, FailureContext.NONE, cause);
    }
}
