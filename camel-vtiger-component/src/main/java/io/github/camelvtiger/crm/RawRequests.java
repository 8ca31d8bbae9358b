package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Operations that have no method of their own. */
final class RawRequests {

    private final Protocol protocol;
    private final Supplier<CompletableFuture<Map<String, Object>>> me;

    RawRequests(Protocol protocol, Supplier<CompletableFuture<Map<String, Object>>> me) {
        this.protocol = protocol;
        this.me = me;
    }

    CompletableFuture<Object> result(String path, String method, Map<String, ?> parameters) {
        return "me".equals(operation(path))
                ? me.get().thenApply(user -> user)
                : call(path, method, parameters).thenApply(ServerAnswer::result);
    }

    CompletableFuture<byte[]> envelope(String path, String method, Map<String, ?> parameters) {
        if ("me".equals(operation(path))) {
            return protocol.loginUser()
                    .thenCompose(user ->
                            protocol.call(ServerCall.get("retrieve", "Users", null, Map.of("id", user.get("userId")))))
                    .thenApply(ServerAnswer::envelope);
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
        if (parameters.containsKey("operation") || parameters.containsKey("sessionName")) {
            return CompletableFuture.failedFuture(new InvalidRecordException(
                    "The parameters operation and sessionName are the connection's own; name the operation in the path.",
                    FailureContext.of(operation, null, null)));
        }
        boolean post = verb.equals("POST");
        return protocol.call(new ServerCall(operation, post, !post, new LinkedHashMap<>(parameters), null, null));
    }

    private static String operation(String path) {
        return path == null ? "" : path.strip().replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
    }
}
