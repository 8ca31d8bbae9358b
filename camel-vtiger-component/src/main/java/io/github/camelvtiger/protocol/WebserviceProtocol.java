package io.github.camelvtiger.protocol;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.SessionNumbers;
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
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
                settings,
                call -> send(call, null, this::collected).thenApply(reply -> result(reply.reply(), call)),
                System::nanoTime);
        this.sessions = new SessionPool(settings.maxSessions(), login::open, System::nanoTime);
    }

    @Override
    public CompletableFuture<ServerAnswer> call(ServerCall call) {
        return answered(call, this::collected).thenApply(answered -> {
            sessions.release(answered.session());
            return result(answered.reply(), call);
        });
    }

    /** The session is as busy as its connection: PHP keeps it locked until all is written. */
    @Override
    public CompletableFuture<InputStream> stream(ServerCall call) {
        return answered(call, this::streamed).thenApply(answered -> {
            if (answered.rest() != null) {
                return new DoneStream(answered.rest(), () -> sessions.release(answered.session()));
            }
            sessions.release(answered.session());
            return new DoneStream(
                    new ByteArrayInputStream(result(answered.reply(), call).envelope()), () -> {});
        });
    }

    @Override
    public CompletableFuture<ServerAnswer> callInOwnSession(ServerCall call) {
        return login.open()
                .thenCompose(session -> send(call, session.name(), this::collected))
                .thenApply(reply -> result(reply.reply(), call));
    }

    @Override
    public CompletableFuture<Optional<LoneSession>> openLoneSession() {
        return login.open().thenApply(session -> Optional.of(() -> isKnown(session)));
    }

    private CompletableFuture<Boolean> isKnown(Session session) {
        return send(harmless(session), session.name(), this::collected)
                .thenApply(answer -> !ServerErrors.isSessionLost(answer.reply().envelope()));
    }

    @Override
    public SessionNumbers sessions() {
        return sessions.numbers();
    }

    @Override
    public CompletableFuture<Boolean> isRest() {
        return CompletableFuture.completedFuture(false);
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

    /** The session is still lent where the future ends with an answer. */
    private CompletableFuture<Answered> answered(ServerCall call, Attempt attempt) {
        CompletableFuture<Session> session =
                call.isRepeatable() ? sessions.acquire() : sessions.acquire().thenCompose(this::alive);
        return session.thenCompose(lent -> callWith(lent, call, attempt, call.isRepeatable()));
    }

    /** A session that the server still knows: what can be sent once only must not be the first to find out that it does not. */
    private CompletableFuture<Session> alive(Session session) {
        return Futures.compose(send(harmless(session), session.name(), this::collected), (answer, failure) -> {
            if (failure != null) {
                sessions.release(session);
                return CompletableFuture.failedFuture(failure);
            }
            if (!ServerErrors.isSessionLost(answer.reply().envelope())) {
                return CompletableFuture.completedFuture(session);
            }
            sessions.discard(session);
            return sessions.acquire();
        });
    }

    private static ServerCall harmless(Session session) {
        return ServerCall.get(
                "retrieve", null, null, Map.of("id", session.user().get("userId")));
    }

    /** A rejected session means that nothing was done: writes too are repeated then, once. */
    private CompletableFuture<Answered> callWith(Session session, ServerCall call, Attempt attempt, boolean mayReplay) {
        return Futures.compose(send(call, session.name(), attempt), (answer, failure) -> {
            if (failure == null && ServerErrors.isSessionLost(answer.reply().envelope())) {
                LOG.debug("{}: the server does not know the session any more; logging in again", call);
                sessions.discard(session);
                return mayReplay
                        ? sessions.acquire().thenCompose(fresh -> callWith(fresh, call, attempt, false))
                        : CompletableFuture.failedFuture(
                                call.isRepeatable()
                                        ? ServerErrors.of(
                                                answer.reply().envelope(),
                                                answer.reply().http().status(),
                                                call)
                                        : unusable.sentForNothing(call));
            }
            if (failure != null) {
                sessions.release(session);
                return CompletableFuture.failedFuture(failure);
            }
            return CompletableFuture.completedFuture(new Answered(session, answer.reply(), answer.rest()));
        });
    }

    /** The future ends with a reply that has an envelope, or with a {@link VtigerException}. */
    private CompletableFuture<StreamedReply> send(ServerCall call, String sessionName, Attempt attempt) {
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
                        () -> governor.send(() -> logged(call, attempt.send(request, said))),
                        call.read(),
                        WebserviceProtocol::judge)
                .handle((reply, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(unusable.noAnswer(Futures.cause(failure), call));
                    }
                    if (reply.reply().envelope() == null) {
                        throw new CompletionException(
                                unusable.withoutEnvelope(reply.reply().http(), call, said));
                    }
                    return reply;
                });
    }

    private CompletableFuture<StreamedReply> collected(HttpCall request, ServerText said) {
        return transport
                .send(request)
                .thenApply(answer -> new StreamedReply(
                        new Reply(answer, envelope(answer, said).orElse(null)), null));
    }

    private CompletableFuture<StreamedReply> streamed(HttpCall request, ServerText said) {
        return transport.stream(request).thenApply(answer -> StreamedReply.of(answer, whole -> envelope(whole, said)));
    }

    private Optional<Envelope> envelope(HttpAnswer answer, ServerText said) {
        return Envelope.find(answer.body(), json).map(envelope -> envelope.cleaned(said));
    }

    private static CompletableFuture<StreamedReply> logged(ServerCall call, CompletableFuture<StreamedReply> attempt) {
        long begin = System.nanoTime();
        return attempt.whenComplete((reply, failure) -> LOG.debug(
                "{}: {} after {} ms",
                call,
                failure == null ? reply.reply() : Futures.cause(failure).getMessage(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
    }

    /** What another attempt may overcome: not a redirect, a wrong address or a guard in between. */
    private static Repeat judge(StreamedReply reply) {
        HttpAnswer answer = reply.reply().http();
        boolean mayPass = answer.status() == 200 || answer.status() == 429 || answer.status() >= 500;
        return reply.reply().envelope() == null && mayPass ? Repeat.after(answer.retryAfter()) : Repeat.NO;
    }

    private static ServerAnswer result(Reply reply, ServerCall call) {
        Envelope envelope = reply.envelope();
        HttpAnswer http = reply.http();
        if (!envelope.success()) {
            throw ServerErrors.of(envelope, http.status(), call);
        }
        return new ServerAnswer(envelope.result(), http.serverTime(), http.body(), envelope.start());
    }

    /** One way to send a request. */
    private interface Attempt {
        CompletableFuture<StreamedReply> send(HttpCall request, ServerText said);
    }

    /** An answer with the session that is lent for it. */
    private record Answered(Session session, Reply reply, InputStream rest) {}
}
