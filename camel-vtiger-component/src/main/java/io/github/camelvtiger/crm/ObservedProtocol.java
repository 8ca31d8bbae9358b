package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.EndedCall;
import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.protocol.LoneSession;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerAnswer;
import io.github.camelvtiger.protocol.ServerCall;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Reports how the calls of a protocol end. Logins and challenges, which precede calls, count as part of those. */
final class ObservedProtocol implements Protocol {

    private final Protocol protocol;
    private final ClientSettings settings;
    private final CallListener listener;

    ObservedProtocol(Protocol protocol, ClientSettings settings, CallListener listener) {
        this.protocol = protocol;
        this.settings = settings;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<ServerAnswer> call(ServerCall call) {
        return observed(call, () -> protocol.call(call));
    }

    /** Ended as soon as the answer begins: how long it is read depends on the reader. */
    @Override
    public CompletableFuture<InputStream> stream(ServerCall call) {
        return observed(call, () -> protocol.stream(call));
    }

    @Override
    public CompletableFuture<ServerAnswer> callInOwnSession(ServerCall call) {
        return observed(call, () -> protocol.callInOwnSession(call));
    }

    private <T> CompletableFuture<T> observed(ServerCall call, Supplier<CompletableFuture<T>> work) {
        long begin = System.nanoTime();
        return work.get()
                .whenComplete((answer, failure) -> listener.ended(new EndedCall(
                        settings.crm(),
                        settings.username(),
                        call.operation(),
                        failure == null
                                ? null
                                : Futures.cause(failure).getClass().getSimpleName(),
                        Duration.ofNanos(System.nanoTime() - begin))));
    }

    @Override
    public CompletableFuture<Optional<LoneSession>> openLoneSession() {
        return protocol.openLoneSession();
    }

    @Override
    public SessionNumbers sessions() {
        return protocol.sessions();
    }

    @Override
    public CompletableFuture<Boolean> isRest() {
        return protocol.isRest();
    }

    @Override
    public CompletableFuture<Map<String, Object>> loginUser() {
        return protocol.loginUser();
    }

    @Override
    public CompletableFuture<ServerCall> ownUser() {
        return protocol.ownUser();
    }

    @Override
    public CompletableFuture<Instant> challengeTime(Duration notOlderThan) {
        return protocol.challengeTime(notOlderThan);
    }
}
