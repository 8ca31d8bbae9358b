package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.http.HttpMethod;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Operations that have no method of their own. */
public final class RawRequests {

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

    /** Segments of dots would lead to another address. */
    private static final Pattern PATH = Pattern.compile("(?!\\.+(/|$))[\\w.~%-]+(/(?!\\.+(/|$))[\\w.~%-]+)*");

    private final Protocol protocol;
    private final ConnectionUser user;

    RawRequests(Protocol protocol, ConnectionUser user) {
        this.protocol = protocol;
        this.user = user;
    }

    /** What becomes {@code result} in the envelope. */
    public CompletableFuture<Object> result(RawRequest request) {
        return isMe(request)
                ? user.me().thenApply(me -> me)
                : call(request).thenCompose(protocol::call).thenApply(ServerAnswer::result);
    }

    /** The whole answer as the server gives it, read while it comes; closed by whoever reads it. */
    public CompletableFuture<InputStream> stream(RawRequest request) {
        return (isMe(request) ? protocol.ownUser() : call(request)).thenCompose(protocol::stream);
    }

    CompletableFuture<byte[]> envelope(RawRequest request) {
        return (isMe(request) ? protocol.ownUser() : call(request))
                .thenCompose(protocol::call)
                .thenApply(ServerAnswer::envelope);
    }

    private static boolean isMe(RawRequest request) {
        return "me".equals(operation(request.path())) && request.method() == HttpMethod.GET;
    }

    private static CompletableFuture<ServerCall> call(RawRequest request) {
        String operation = operation(request.path());
        FailureContext context = FailureContext.of(operation.isEmpty() ? "request" : operation, null, null);
        try {
            if (!PATH.matcher(operation).matches()) {
                throw new InvalidRecordException(
                        "The path '" + request.path()
                                + "' does not name an operation of the server; write it like /listtypes.",
                        FailureContext.of("request", null, null));
            }
            new RequestParameters(operation).check(request.parameters());
            RequestHeaders.check(request.headers(), context);
            boolean sendsNothing = request.method() == HttpMethod.GET && request.body() == null;
            ServerCall call = new ServerCall(
                    operation,
                    request.method(),
                    sendsNothing && READING.contains(operation),
                    new LinkedHashMap<>(request.parameters()),
                    request.headers(),
                    request.body(),
                    null,
                    null);
            if (request.method() == HttpMethod.GET && (request.body() != null || call.hasFiles())) {
                throw new InvalidRecordException(
                        "A request by GET has no body and no files; set method=POST.", context);
            }
            return CompletableFuture.completedFuture(call);
        } catch (InvalidRecordException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Operations are registered in lower case; what follows one in a path may be a value. */
    private static String operation(String path) {
        String plain = path == null ? "" : path.strip().replaceFirst("^/+", "");
        return plain.contains("/") ? plain : plain.toLowerCase(Locale.ROOT);
    }
}
