package io.github.camelvtiger.protocol;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.AnswerLimit;
import io.github.camelvtiger.http.HttpAnswer;
import io.github.camelvtiger.http.HttpCall;
import io.github.camelvtiger.http.HttpTransport;
import io.github.camelvtiger.http.RateGovernor;
import io.github.camelvtiger.http.Repeat;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.http.SharedRate;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The protocol of Vtiger Cloud: credentials with each request and no session, and limits of calls, which the headers of
 * its answers report ({@code cloud-rest.md §1 §7}).
 */
public final class RestProtocol implements Protocol {

    private static final Logger LOG = LoggerFactory.getLogger(RestProtocol.class);

    private static final String ME = "me";
    private static final String RELEASE = "X-Vtiger-Version";

    private final Json json;
    private final ServerText texts;
    private final RestRequest requests;
    private final RestAnswers answers;
    private final UnusableAnswers unusable;
    private final HttpTransport transport;
    private final RateGovernor governor;
    private final RetryPolicy retries;
    private final ShownTimes times = new ShownTimes(System::nanoTime, "me has no header Date");
    private final AsyncCache<String, Map<String, Object>> loginUser = new AsyncCache<>(key -> askLoginUser());

    /** Sends nothing yet. */
    public RestProtocol(ClientSettings settings, HttpTransport transport, SharedRate rate, RetryPolicy retries) {
        this.json = new Json(
                AnswerLimit.of(settings.maxAnswerSize(), Runtime.getRuntime().maxMemory()));
        this.texts = ServerText.of(settings).with(RestRequest.credentials(settings));
        this.requests = new RestRequest(settings, new FormEncoder(json));
        this.unusable = new UnusableAnswers(requests.address());
        this.answers = new RestAnswers(settings, unusable, json);
        this.transport = transport;
        this.governor = new RateGovernor(rate, settings, settings.maxSessions());
        this.retries = retries;
    }

    @Override
    public CompletableFuture<ServerAnswer> call(ServerCall call) {
        return send(call).thenApply(reply -> result(reply, call));
    }

    @Override
    public CompletableFuture<Boolean> isRest() {
        return CompletableFuture.completedFuture(true);
    }

    /** The user's record with its id as the login of {@code webservice.php} names it, and the release that the server reports. */
    @Override
    public CompletableFuture<Map<String, Object>> loginUser() {
        return loginUser.get("");
    }

    @Override
    public CompletableFuture<ServerCall> ownUser() {
        return CompletableFuture.completedFuture(me());
    }

    /** This protocol has no challenge: it is the header {@code Date} of an answer to {@code me}, the first of which also shows the user. */
    @Override
    public CompletableFuture<Instant> challengeTime(Duration notOlderThan) {
        return loginUser().thenCompose(user -> times.notOlderThan(notOlderThan, () -> call(me())));
    }

    private static ServerCall me() {
        return ServerCall.get(ME, "Users", null, Map.of());
    }

    private CompletableFuture<Map<String, Object>> askLoginUser() {
        ServerCall call = me();
        return send(call).thenApply(reply -> {
            if (!(result(reply, call).result() instanceof Map<?, ?> me) || !(me.get("id") instanceof String id)) {
                throw new ServerFailureException(
                        "The server answered me with success and without a user's id; check that the option url is that of"
                                + " a Vtiger.",
                        call.failureContext());
            }
            Map<String, Object> user = new LinkedHashMap<>();
            me.forEach((name, value) -> user.put((String) name, value));
            user.remove("id");
            user.put("userId", id);
            user.put("vtigerVersion", reply.http().head().header(RELEASE));
            user.values().removeIf(value -> value == null);
            return Map.copyOf(user);
        });
    }

    @Override
    public CompletableFuture<InputStream> stream(ServerCall call) {
        return send(call, this::streamed)
                .thenApply(reply -> reply.rest() == null
                        ? new ByteArrayInputStream(result(reply.reply(), call).envelope())
                        : new DoneStream(reply.rest(), () -> {}));
    }

    private CompletableFuture<Reply> send(ServerCall call) {
        return send(call, request -> transport
                        .send(request)
                        .thenApply(answer -> new StreamedReply(new Reply(answer, envelope(answer)), null)))
                .thenApply(StreamedReply::reply);
    }

    private CompletableFuture<StreamedReply> streamed(HttpCall request) {
        return transport.stream(request)
                .thenApply(answer -> StreamedReply.of(answer, whole -> Optional.ofNullable(envelope(whole))));
    }

    private Envelope envelope(HttpAnswer answer) {
        return answers.envelope(answer, texts).orElse(null);
    }

    /** The future ends with a reply that has an envelope, or with a {@link VtigerException}. */
    private CompletableFuture<StreamedReply> send(
            ServerCall call, Function<HttpCall, CompletableFuture<StreamedReply>> sender) {
        HttpCall request;
        try {
            request = requests.of(call);
        } catch (VtigerException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
        return retries.send(
                        call,
                        () -> governor.send(() -> attempt(call, () -> sender.apply(request))),
                        call.read(),
                        reply -> judge(reply.reply()))
                .handle((reply, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(unusable.noAnswer(Futures.cause(failure), call));
                    }
                    if (reply.reply().envelope() == null) {
                        throw new CompletionException(
                                answers.failure(reply.reply().http(), call, texts));
                    }
                    return reply;
                });
    }

    private CompletableFuture<StreamedReply> attempt(
            ServerCall call, Supplier<CompletableFuture<StreamedReply>> sender) {
        long begin = System.nanoTime();
        return sender.get()
                .whenComplete((reply, failure) -> {
                    if (failure == null) {
                        HttpAnswer answer = reply.reply().http();
                        governor.answered(answer.head());
                        if (ME.equals(call.operation()) && answer.serverTime() != null) {
                            times.shown(answer.serverTime());
                        }
                    }
                })
                .whenComplete((reply, failure) -> LOG.debug(
                        "{}: {} after {} ms",
                        call,
                        failure == null ? reply.reply() : Futures.cause(failure).getMessage(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
    }

    private Repeat judge(Reply reply) {
        return reply.envelope() == null && answers.mayPass(reply.http())
                ? Repeat.after(reply.http().retryAfter())
                : Repeat.NO;
    }

    private static ServerAnswer result(Reply reply, ServerCall call) {
        Envelope envelope = reply.envelope();
        HttpAnswer http = reply.http();
        if (!envelope.success()) {
            throw ServerErrors.of(envelope, http.status(), call);
        }
        Object result = ME.equals(call.operation()) && envelope.result() instanceof Map<?, ?> user
                ? HtmlText.decoded(user)
                : envelope.result();
        return new ServerAnswer(result, http.serverTime(), http.body(), envelope.start());
    }
}
