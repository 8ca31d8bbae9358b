package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.SessionNumbers;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How one Vtiger is spoken to; futures end with a {@link io.github.camelvtiger.client.VtigerException}. */
public interface Protocol {

    CompletableFuture<ServerAnswer> call(ServerCall call);

    /**
     * The whole answer of a success as the server gives it, read while it comes, of any size; what is in front of its
     * envelope is cut off. A connection and a session are kept until it has come whole, or is closed.
     */
    CompletableFuture<InputStream> stream(ServerCall call);

    /** What the sessions are doing at this moment; none where there are no sessions. */
    default SessionNumbers sessions() {
        return SessionNumbers.NONE;
    }

    /** In a session that is opened for this call alone, and not used again; as {@link #call} where there are no sessions. */
    default CompletableFuture<ServerAnswer> callInOwnSession(ServerCall call) {
        return call(call);
    }

    /** A session that serves no other call; empty where there are no sessions. */
    default CompletableFuture<Optional<LoneSession>> openLoneSession() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Whether it is that of Vtiger Cloud. */
    CompletableFuture<Boolean> isRest();

    /** What the login reported of the connection's user: {@code userId} and more. */
    CompletableFuture<Map<String, Object>> loginUser();

    /** The call that answers the record of the connection's user. */
    CompletableFuture<ServerCall> ownUser();

    /**
     * The CRM's time by a challenge, which says it in its body, apart from the header {@code Date}; by a protocol without
     * challenges, that of an answer which serves for nothing else.
     *
     * @param notOlderThan an earlier challenge will do when no more time has passed since, which is added
     */
    CompletableFuture<Instant> challengeTime(Duration notOlderThan);
}
