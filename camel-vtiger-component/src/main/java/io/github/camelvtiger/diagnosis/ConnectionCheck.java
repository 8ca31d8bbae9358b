package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.CapabilityFinding;
import io.github.camelvtiger.crm.VtigerClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tries one connection: reaches the CRM, logs in, and asks what it can do. Writes nothing. */
public final class ConnectionCheck {

    private final VtigerClient client;
    private final InstantSource clock;

    /** @param clock this machine's */
    public ConnectionCheck(VtigerClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Never fails: what goes wrong is among the facts. */
    public CompletableFuture<ConnectionFacts> facts() {
        Instant asked = clock.instant();
        return Futures.compose(
                Futures.attempt(() -> client.challengeTime(Duration.ZERO)),
                (time, failure) -> failure == null
                        ? loggedIn(difference(asked, time, clock.instant()))
                        : CompletableFuture.completedFuture(unreachable(known(failure))));
    }

    /**
     * The CRM has cut its time off to a second, and read it at some moment between question and answer. What may be the time
     * that an answer took is not a difference.
     */
    static Duration difference(Instant asked, Instant time, Instant answered) {
        long least = Duration.between(answered, time).toMillis();
        long most = Duration.between(asked, time).toMillis() + 1_000;
        return least <= 0 && most >= 0 ? Duration.ZERO : Duration.ofSeconds(Math.round((least + most) / 2_000.0));
    }

    private static ConnectionFacts unreachable(VtigerException failure) {
        return ConnectionFacts.failed(!(failure instanceof TransportException), failure, null);
    }

    private CompletableFuture<ConnectionFacts> loggedIn(Duration clockDifference) {
        return client.me()
                .thenCompose(me -> facts(clockDifference, me))
                .exceptionally(failure -> ConnectionFacts.failed(true, known(failure), clockDifference));
    }

    private CompletableFuture<ConnectionFacts> facts(Duration clockDifference, Map<String, Object> me) {
        CompletableFuture<String> release = client.user().release();
        CompletableFuture<Boolean> administrator = client.user().isAdministrator();
        CompletableFuture<Integer> decimals = client.user().currencyDecimals();
        CompletableFuture<Map<Capability, CapabilityFinding>> capabilities =
                client.capabilities().askAgain();
        return CompletableFuture.allOf(release, administrator, decimals, capabilities)
                .thenApply(all -> new ConnectionFacts(
                        true,
                        null,
                        clockDifference,
                        me,
                        release.join(),
                        administrator.join(),
                        decimals.join(),
                        capabilities.join(),
                        client.sessions()));
    }

    private static VtigerException known(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof VtigerException known
                ? known
                : new ServerFailureException(
                        "The connection could not be tried: " + cause.getMessage() + ".",
                        FailureContext.of("connections", null, null),
                        cause);
    }
}
