package io.github.camelvtiger.protocol;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.HttpAnswer;
import io.github.camelvtiger.http.HttpCall;
import io.github.camelvtiger.http.HttpTransport;
import io.github.camelvtiger.http.RateGovernor;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.session.Session;
import io.github.camelvtiger.session.SessionPool;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The open-source protocol: {@code webservice.php} with challenge, login and session ({@code webservice.md §1-§3}). */
public final class WebserviceProtocol implements Protocol {

    private final Json json = new Json();
    private final AsyncCache<String, Map<String, Object>> loginUser = new AsyncCache<>(key -> askLoginUser());
    private final WebserviceRequest requests;
    private final UnusableAnswers unusable;
    private final Login login;
    private final SessionPool sessions;
    private final HttpTransport transport;
    private final RateGovernor governor;
    private final RetryPolicy retries;

    /** Sends nothing yet. */
    public WebserviceProtocol(
            ClientSettings settings, HttpTransport transport, RateGovernor governor, RetryPolicy retries) {
        this.requests = new WebserviceRequest(settings, json);
        this.unusable = new UnusableAnswers(requests.address());
        this.transport = transport;
        this.governor = governor;
        this.retries = retries;
        this.login = new Login(
                settings, call -> send(call, null).thenApply(answer -> result(answer, call)), System::nanoTime);
        this.sessions = new SessionPool(settings.maxSessions(), login::open);
    }

    @Override
    public CompletableFuture<ServerAnswer> call(ServerCall call) {
        return sessions.acquire().thenCompose(session -> callWith(session, call, true));
    }

    @Override
    public CompletableFuture<Map<String, Object>> loginUser() {
        return loginUser.get("");
    }

    @Override
    public CompletableFuture<Instant> challengeTime(Duration notOlderThan) {
        return login.serverTime(notOlderThan);
    }

    private CompletableFuture<Map<String, Object>> askLoginUser() {
        return sessions.acquire().thenApply(session -> {
            sessions.release(session);
            return session.user();
        });
    }

    /** A rejected session means that nothing was done: writes too are repeated then, once. */
    private CompletableFuture<ServerAnswer> callWith(Session session, ServerCall call, boolean mayReplay) {
        return Futures.compose(send(call, session.name()), (answer, failure) -> {
            if (failure == null && answer.sessionLost()) {
                sessions.discard(session);
                return mayReplay
                        ? sessions.acquire().thenCompose(fresh -> callWith(fresh, call, false))
                        : CompletableFuture.failedFuture(
                                ServerErrors.of(answer.envelope(), answer.http().status(), call));
            }
            sessions.release(session);
            return failure == null
                    ? CompletableFuture.completedFuture(result(answer, call))
                    : CompletableFuture.failedFuture(failure);
        });
    }

    /** The future ends with a reply that has an envelope, or with a {@link VtigerException}. */
    private CompletableFuture<Reply> send(ServerCall call, String sessionName) {
        HttpCall request;
        try {
            request = requests.of(call, sessionName);
        } catch (VtigerException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
        return retries.send(
                        () -> governor.turn()
                                .thenCompose(turn -> transport.send(request))
                                .thenApply(answer -> new Reply(
                                        answer,
                                        Envelope.find(answer.body(), json).orElse(null))),
                        call.read(),
                        reply -> reply.envelope() != null || !isServerFailure(reply.http()))
                .handle((reply, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(unusable.noAnswer(Futures.cause(failure), call));
                    }
                    if (reply.envelope() == null) {
                        throw new CompletionException(unusable.withoutEnvelope(reply.http(), call));
                    }
                    return reply;
                });
    }

    /** What another attempt may overcome: not a redirect, a wrong address or a guard in between. */
    private static boolean isServerFailure(HttpAnswer answer) {
        return answer.status() == 200 || answer.status() >= 500;
    }

    private static ServerAnswer result(Reply reply, ServerCall call) {
        Envelope envelope = reply.envelope();
        HttpAnswer http = reply.http();
        if (!envelope.success()) {
            throw ServerErrors.of(envelope, http.status(), call);
        }
        return new ServerAnswer(envelope.result(), http.serverTime(), http.body(), envelope.start());
    }

    /** @param envelope null where there is none */
    private record Reply(HttpAnswer http, Envelope envelope) {
        boolean sessionLost() {
            return ServerErrors.isSessionLost(envelope);
        }
    }
}
