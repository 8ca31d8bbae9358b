package io.github.camelvtiger.protocol;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.HttpMethod;
import io.github.camelvtiger.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Challenge and login ({@code webservice.md §3}). Tried twice, with a new challenge each: another client that logs
 * in as the same user takes our challenge away.
 */
final class Login {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private final ClientSettings settings;
    private final Function<ServerCall, CompletableFuture<ServerAnswer>> sender;
    private final ShownTimes times;
    private CompletableFuture<?> busy = CompletableFuture.completedFuture(null);

    /**
     * @param sender sends without a session
     * @param nanoTime such as {@link System#nanoTime}
     */
    Login(
            ClientSettings settings,
            Function<ServerCall, CompletableFuture<ServerAnswer>> sender,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.sender = sender;
        this.times = new ShownTimes(nanoTime, "getchallenge has no serverTime");
    }

    CompletableFuture<Session> open() {
        return inTurn(this::twice);
    }

    /** The CRM's time by a challenge: the last one when it is not older than that, else a new one. */
    CompletableFuture<Instant> serverTime(Duration notOlderThan) {
        return times.notOlderThan(notOlderThan, () -> inTurn(this::challenge));
    }

    /** One after the other: a new challenge takes away the one that a login is about to answer. */
    private synchronized <T> CompletableFuture<T> inTurn(Supplier<CompletableFuture<T>> step) {
        CompletableFuture<T> mine =
                busy.handle((result, failure) -> null).thenCompose(ignored -> Futures.attempt(step));
        busy = mine;
        return mine;
    }

    private CompletableFuture<ServerAnswer> challenge() {
        return sender.apply(ServerCall.get("getchallenge", null, null, Map.of("username", settings.username())))
                .thenApply(answer -> {
                    if (answer.result() instanceof Map<?, ?> challenge
                            && challenge.get("serverTime") instanceof Number seconds) {
                        times.shown(Instant.ofEpochSecond(seconds.longValue()));
                    }
                    return answer;
                });
    }

    private CompletableFuture<Session> twice() {
        return once().exceptionallyCompose(failure -> Futures.cause(failure) instanceof AuthenticationException
                        ? once()
                        : CompletableFuture.failedFuture(failure))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(Futures.cause(failure))));
    }

    private CompletableFuture<Session> once() {
        LOG.debug("login of {} at {}", settings.username(), settings.address());
        return challenge()
                .thenCompose(challenge -> sender.apply(login(token(challenge))))
                .thenApply(Login::session);
    }

    /** A read as far as repeats go: a login twice is two sessions, and a token is not used up. */
    private ServerCall login(String token) {
        return new ServerCall(
                "login",
                HttpMethod.POST,
                true,
                Map.of("username", settings.username(), "accessKey", md5(token + settings.accessKey())),
                null,
                null);
    }

    private static String token(ServerAnswer challenge) {
        if (challenge.result() instanceof Map<?, ?> map && map.get("token") instanceof String token) {
            return token;
        }
        throw unexpected("getchallenge", "token");
    }

    private static Session session(ServerAnswer answer) {
        if (!(answer.result() instanceof Map<?, ?> map)
                || !(map.get("sessionName") instanceof String session)
                || !(map.get("userId") instanceof String)) {
            throw unexpected("login", "session and user");
        }
        Map<String, Object> user = HtmlText.decoded(map);
        user.remove("sessionName");
        user.values().removeIf(Objects::isNull);
        return new Session(session, Map.copyOf(user));
    }

    private static ServerFailureException unexpected(String operation, String missing) {
        return new ServerFailureException(
                "The server answered " + operation + " with success and without " + missing
                        + "; look into its log, and check that the option url is that of a Vtiger.",
                FailureContext.of(operation, null, null));
    }

    private VtigerException explained(Throwable failure) {
        if (!(failure instanceof VtigerException known)) {
            return new AuthenticationException(
                    "The login at " + settings.url() + " failed: " + failure, context(null, 0), failure);
        }
        String code = known.getServerCode();
        if ("INVALID_USER_CREDENTIALS".equals(code)) {
            return refused(
                    known, "check the option accessKey (My Preferences in Vtiger shows it; it is not the password)");
        }
        if ("ACCESSKEY_UNDEFINED".equals(code)) {
            return refused(known, "the user has no access key yet; make one in Vtiger");
        }
        if ("ACCESS_DENIED".equals(code) || "INVALID_AUTH_TOKEN".equals(code)) {
            return refused(known, "there is no such user; check the option username");
        }
        return known;
    }

    private VtigerException refused(VtigerException known, String cure) {
        return new AuthenticationException(
                "The CRM at " + settings.url() + " refused the login of the user '" + settings.username() + "': " + cure
                        + ".",
                context(known.getServerCode(), known.getHttpStatus()),
                known);
    }

    private static FailureContext context(String code, int status) {
        return FailureContext.of("login", null, null).withAnswer(code, status);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JVM has MD5.", missing);
        }
    }
}
