package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.http.HttpMethod;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Operations that have no method of their own. */
public final class RawRequests {

    /** Segments of dots would lead to another address. */
    private static final Pattern PATH = Pattern.compile("(?!\\.+(/|$))[\\w.~%-]+(/(?!\\.+(/|$))[\\w.~%-]+)*");

    private final Protocol protocol;
    private final ConnectionUser user;
    private final Capabilities capabilities;

    RawRequests(Protocol protocol, ConnectionUser user, Capabilities capabilities) {
        this.protocol = protocol;
        this.user = user;
        this.capabilities = capabilities;
    }

    /**
     * Finds out by a harmless call whether the server can serve the operation, if that differs between servers.
     *
     * @return fails with a {@link io.github.camelvtiger.client.ServerFailureException} that has reason and cure if it cannot
     */
    public CompletableFuture<Void> requireServed(RawRequest request) {
        return call(request).thenCompose(call -> Capability.ofOperation(call.operation())
                .map(capability ->
                        capabilities.require(capability, context(call)).thenAccept(able -> {}))
                .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    /** What becomes {@code result} in the envelope. */
    public CompletableFuture<Object> result(RawRequest request) {
        return isMe(request)
                ? user.me().thenApply(me -> me)
                : sent(request, protocol::call).thenApply(ServerAnswer::result);
    }

    /** The whole answer as the server gives it, read while it comes; closed by whoever reads it. */
    public CompletableFuture<InputStream> stream(RawRequest request) {
        return isMe(request) ? protocol.ownUser().thenCompose(protocol::stream) : sent(request, protocol::stream);
    }

    CompletableFuture<byte[]> envelope(RawRequest request) {
        return (isMe(request) ? protocol.ownUser().thenCompose(protocol::call) : sent(request, protocol::call))
                .thenApply(ServerAnswer::envelope);
    }

    private <T> CompletableFuture<T> sent(RawRequest request, Function<ServerCall, CompletableFuture<T>> send) {
        return call(request).thenCompose(call -> send.apply(call)
                .exceptionallyCompose(failure ->
                        explained(call, Futures.cause(failure)).thenCompose(CompletableFuture::failedFuture)));
    }

    private CompletableFuture<Throwable> explained(ServerCall call, Throwable failure) {
        Optional<HttpMethod> right = KnownOperations.method(call.operation());
        if (failure instanceof AmbiguousWriteException ambiguous && right.isEmpty()) {
            return CompletableFuture.completedFuture(new AmbiguousWriteException(
                    ambiguous.getMessage() + " A server that does not have the operation answers in the same way.",
                    context(call).withAnswer(ambiguous.getServerCode(), ambiguous.getHttpStatus()),
                    ambiguous));
        }
        return failure instanceof AccessDeniedException denied && right.isPresent() && right.get() != call.method()
                ? protocol.isRest().thenApply(rest -> rest ? denied : wrongMethod(call, right.get(), denied))
                : CompletableFuture.completedFuture(failure);
    }

    /** Called by the other method, an operation has no parameters, and says that the user lacks a right ({@code webservice.md §1}). */
    private static InvalidRecordException wrongMethod(ServerCall call, HttpMethod right, AccessDeniedException denied) {
        return new InvalidRecordException(
                "The operation " + call.operation() + " of webservice.php reads its parameters by " + right
                        + " only, and was called by " + call.method() + "; set method=" + right + ".",
                context(call).withAnswer(denied.getServerCode(), denied.getHttpStatus()),
                denied);
    }

    private static FailureContext context(ServerCall call) {
        return FailureContext.of(call.operation(), null, null);
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
                    sendsNothing && KnownOperations.reads(operation),
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
