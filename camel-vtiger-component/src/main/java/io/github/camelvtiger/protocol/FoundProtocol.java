package io.github.camelvtiger.protocol;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.http.HttpCall;
import io.github.camelvtiger.http.HttpTransport;
import io.github.camelvtiger.http.RateGovernor;
import io.github.camelvtiger.http.Repeat;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.http.SharedRate;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out by the first call which protocol the CRM speaks, and keeps to it: the REST API of Vtiger Cloud is there when
 * its {@code me} asks for credentials. Cloud answers {@code webservice.php} as well ({@code cloud-rest.md §9}), so that says
 * nothing. If no answer comes, the call fails and the next one asks again.
 */
public final class FoundProtocol implements Protocol {

    private static final Logger LOG = LoggerFactory.getLogger(FoundProtocol.class);

    private static final int UNAUTHORIZED = 401;

    /** What is asked for by those who ask for the user or the time. */
    private static final ServerCall ME = ServerCall.get("me", null, null, Map.of());

    private final HttpTransport transport;
    private final RetryPolicy retries;
    private final RateGovernor governor;
    private final URI address;
    private final UnusableAnswers unusable;
    private final Protocol webservice;
    private final Protocol rest;
    private final AsyncCache<String, Protocol> found = new AsyncCache<>(key -> find());

    /** Sends nothing yet. */
    public FoundProtocol(ClientSettings settings, HttpTransport transport, SharedRate rate, RetryPolicy retries) {
        this.transport = transport;
        this.retries = retries;
        this.governor = new RateGovernor(rate, settings, Integer.MAX_VALUE);
        this.address = settings.restAddress().resolve("me");
        this.unusable = new UnusableAnswers(address);
        this.webservice = new WebserviceProtocol(settings, transport, rate, retries);
        this.rest = new RestProtocol(settings, transport, rate, retries);
    }

    @Override
    public CompletableFuture<ServerAnswer> call(ServerCall call) {
        return by(call, protocol -> protocol.call(call));
    }

    @Override
    public CompletableFuture<InputStream> stream(ServerCall call) {
        return by(call, protocol -> protocol.stream(call));
    }

    @Override
    public CompletableFuture<ServerAnswer> callInOwnSession(ServerCall call) {
        return by(call, protocol -> protocol.callInOwnSession(call));
    }

    @Override
    public CompletableFuture<Optional<LoneSession>> openLoneSession() {
        return by(ME, Protocol::openLoneSession);
    }

    /** Those of {@code webservice.php}: if it is not the one that was found, it has none. */
    @Override
    public SessionNumbers sessions() {
        return webservice.sessions();
    }

    @Override
    public CompletableFuture<Boolean> isRest() {
        return by(ME, Protocol::isRest);
    }

    @Override
    public CompletableFuture<Map<String, Object>> loginUser() {
        return by(ME, Protocol::loginUser);
    }

    @Override
    public CompletableFuture<ServerCall> ownUser() {
        return by(ME, Protocol::ownUser);
    }

    @Override
    public CompletableFuture<Instant> challengeTime(Duration notOlderThan) {
        return by(ME, protocol -> protocol.challengeTime(notOlderThan));
    }

    /** @param call what fails when the CRM cannot be asked: it was not sent */
    private <T> CompletableFuture<T> by(ServerCall call, Function<Protocol, CompletableFuture<T>> work) {
        return found.get("")
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(unusable.notAsked(Futures.cause(failure), call)))
                .thenCompose(work);
    }

    private CompletableFuture<Protocol> find() {
        return retries.send(
                        "which protocol the CRM speaks",
                        () -> governor.send(() -> transport.send(HttpCall.get(address))),
                        true,
                        answer -> Repeat.NO)
                .thenApply(answer -> {
                    boolean asksForCredentials = answer.status() == UNAUTHORIZED;
                    LOG.debug(
                            "{} answers HTTP {}: the CRM speaks {}",
                            address,
                            answer.status(),
                            asksForCredentials ? "REST" : "webservice.php");
                    return asksForCredentials ? rest : webservice;
                });
    }
}
