package io.github.camelvtiger.protocol;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.AnswerLimit;
import io.github.camelvtiger.http.HttpAnswer;
import io.github.camelvtiger.http.HttpCall;
import io.github.camelvtiger.http.HttpTransport;
import io.github.camelvtiger.http.RateGovernor;
import io.github.camelvtiger.http.Repeat;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.http.SharedRate;
import io.github.camelvtiger.session.Session;
import io.github.camelvtiger.session.SessionPool;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open-source protocol: {@code webservice.php} with challenge, login and session ({@code webservice.md §1-§3}). */
public final class WebserviceProtocol implements Protocol {

    private static final Logger LOG = LoggerFactory.getLogger(WebserviceProtocol.class);

    private final Json json;
    private final ServerText texts;
    private final AsyncCache<String, Map<String, Object>> loginUser = new AsyncCache<>(key -> askLoginUser());
    private final WebserviceRequest requests;
    private final UnusableAnswers unusable;
    private final Login login;
    private final SessionPool sessions;
    private final HttpTransport transport;
    private final RateGovernor governor;
    private final RetryPolicy retries;

    /** Sends nothing yet. */
    public WebserviceProtocol(ClientSettings settings, HttpTransport transport, SharedRate rate, RetryPolicy retries) {
        this.json = new Json(
                AnswerLimit.of(settings.maxAnswerSize(), Runtime.getRuntime().maxMemory()));
        this.texts = ServerText.of(settings);
        this.requests = new WebserviceRequest(settings, new FormEncoder(json));
        this.unusable = new UnusableAnswers(requests.address());
        this.transport = transport;
        // Sessions limit how many are under way, and a login must not wait for them.
        this.governor = new RateGovernor(rate, settings, Integer.MAX_VALUE);
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
    public CompletableFuture<ServerAnswer> callInOwnSession(ServerCall call) {
        return login.open()
                .thenCompose(session -> send(call, session.name()))
                .thenApply(answer -> result(answer, call));
    }

    @Override
    public CompletableFuture<Map<String, Object>> loginUser() {
        return loginUser.get("");
    }

    @Override
    public CompletableFuture<ServerCall> ownUser() {
        return loginUser()
                .thenApply(user -> ServerCall.get("retrieve", "Users", null, Map.of("id", user.get("userId"))));
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
            if (failure == null && ServerErrors.isSessionLost(answer.envelope())) {
                LOG.debug("{}: the server does not know the session any more; logging in again", call);
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
        ServerText said = texts.with(sessionName)
                .with("login".equals(call.operation()) ? call.parameters().get("accessKey") : null);
        return retries.send(
                        call,
                        () -> governor.send(() -> attempt(call, request, said)),
                        call.read(),
                        WebserviceProtocol::judge)
                .handle((reply, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(unusable.noAnswer(Futures.cause(failure), call));
                    }
                    if (reply.envelope() == null) {
                        throw new CompletionException(unusable.withoutEnvelope(reply.http(), call, said));
                    }
                    return reply;
                });
    }

    private CompletableFuture<Reply> attempt(ServerCall call, HttpCall request, ServerText said) {
        long begin = System.nanoTime();
        return transport
                .send(request)
                .thenApply(answer -> new Reply(
                        answer,
                        Envelope.find(answer.body(), json)
                                .map(envelope -> envelope.cleaned(said))
                                .orElse(null)))
                .whenComplete((reply, failure) -> LOG.debug(
                        "{}: {} after {} ms",
                        call,
                        failure == null ? reply : Futures.cause(failure).getMessage(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
    }

    /** What another attempt may overcome: not a redirect, a wrong address or a guard in between. */
    private static Repeat judge(Reply reply) {
        HttpAnswer answer = reply.http();
        boolean mayPass = answer.status() == 200 || answer.status() == 429 || answer.status() >= 500;
        return reply.envelope() == null && mayPass ? Repeat.after(answer.retryAfter()) : Repeat.NO;
    }

    private static ServerAnswer result(Reply reply, ServerCall call) {
        Envelope envelope = reply.envelope();
        HttpAnswer http = reply.http();
        if (!envelope.success()) {
            throw ServerErrors.of(envelope, http.status(), call);
        }
        return new ServerAnswer(envelope.result(), http.serverTime(), http.body(), envelope.start());
    }
}
