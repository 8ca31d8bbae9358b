package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Operations that have no method of their own. */
final class RawRequests {

    /** The operations by GET that are known to change nothing ({@code webservice.md §2}, {@code cloud-rest.md §2}); only these are repeated. */
    private static final Set<String> READING = Set.of(
            "retrieve",
            "query",
            "describe",
            "listtypes",
            "relatedtypes",
            "retrieve_related",
            "query_related",
            "retrieve_inventory",
            "sync",
            "getchallenge",
            "files_retrieve",
            "lookup",
            "tags_retrieve",
            "picklist_dependency",
            "get_account_hierarchy",
            "decrypt");

    private final Protocol protocol;
    private final ConnectionUser user;

    RawRequests(Protocol protocol, ConnectionUser user) {
        this.protocol = protocol;
        this.user = user;
    }

    CompletableFuture<Object> result(String path, String method, Map<String, ?> parameters) {
        return "me".equals(operation(path))
                ? user.me().thenApply(me -> me)
                : call(path, method, parameters).thenApply(ServerAnswer::result);
    }

    CompletableFuture<byte[]> envelope(String path, String method, Map<String, ?> parameters) {
        if ("me".equals(operation(path))) {
            return protocol.ownUser().thenCompose(protocol::call).thenApply(ServerAnswer::envelope);
        }
        return call(path, method, parameters).thenApply(ServerAnswer::envelope);
    }

    private CompletableFuture<ServerAnswer> call(String path, String method, Map<String, ?> parameters) {
        String operation = operation(path);
        String verb = method == null ? "GET" : method.toUpperCase(Locale.ROOT);
        if (operation.isEmpty() || !operation.matches("[a-z0-9_.]+")) {
            return CompletableFuture.failedFuture(new InvalidRecordException(
                    "The path '" + path + "' does not name an operation of the server; write it like /listtypes.",
                    FailureContext.of("request", null, null)));
        }
        if (!verb.equals("GET") && !verb.equals("POST")) {
            return CompletableFuture.failedFuture(new InvalidRecordException(
                    "The method '" + method + "' is not one of the server's; use GET or POST.",
                    FailureContext.of(operation, null, null)));
        }
        try {
            new RequestParameters(operation).check(parameters);
        } catch (InvalidRecordException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        boolean post = verb.equals("POST");
        boolean read = !post && READING.contains(operation);
        return protocol.call(new ServerCall(operation, post, read, new LinkedHashMap<>(parameters), null, null));
    }

    private static String operation(String path) {
        return path == null ? "" : path.strip().replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
    }
}
