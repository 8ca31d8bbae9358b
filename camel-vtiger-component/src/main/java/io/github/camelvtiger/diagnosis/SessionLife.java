package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.protocol.LoneSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Whether the CRM forgets a session that is left alone before PHP would by its default, 24 minutes after the last call
 * ({@code webservice.md §3}). To try it, several sessions are left alone, each for a longer part of the time, since one that
 * is asked is used by that.
 */
final class SessionLife {

    static final String SUBJECT = "sessions";

    private static final Duration DEFAULT_LIFE = Duration.ofSeconds(1440);
    private static final int SESSIONS = 6;
    private static final String REMEDY =
            "raise session.gc_maxlifetime in the php.ini of the CRM's web server (1440 s by default), and"
                    + " look for jobs that clean PHP's session directory sooner, and for several web servers behind one address that do"
                    + " not share their sessions";

    private final VtigerClient client;
    private final Function<Duration, CompletableFuture<Void>> pause;

    private record Tried(Duration alone, boolean known) {}

    /** @param pause ends after that time */
    SessionLife(VtigerClient client, Function<Duration, CompletableFuture<Void>> pause) {
        this.client = client;
        this.pause = pause;
    }

    /** What the connection's own sessions have shown so far. */
    static List<Finding> seen(SessionNumbers numbers) {
        if (numbers.lost() == 0 || numbers.shortestLoss().compareTo(DEFAULT_LIFE) >= 0) {
            return List.of();
        }
        String which = numbers.lost() == 1
                ? "a session of this connection, "
                : numbers.lost() + " sessions of this connection, one of them ";
        return List.of(finding(
                "the CRM has forgotten " + which + numbers.shortestLoss().toSeconds() + " s after its last call"));
    }

    /** Ends after the given time. */
    CompletableFuture<List<Finding>> tried(Duration idle) {
        List<CompletableFuture<Optional<Tried>>> tries = new ArrayList<>();
        CompletableFuture<Void> opened = CompletableFuture.completedFuture(null);
        for (int part = 1; part <= SESSIONS; part++) {
            Duration alone = idle.multipliedBy(part).dividedBy(SESSIONS);
            // One login after the other: the CRM keeps one pending challenge of a user.
            opened = opened.thenCompose(before -> client.openLoneSession())
                    .thenAccept(session -> tries.add(leftAlone(session, alone)));
        }
        return opened.thenCompose(all -> CompletableFuture.allOf(tries.toArray(CompletableFuture[]::new)))
                .thenApply(over -> judged(tries.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList()))
                .exceptionally(failure -> List.of());
    }

    private CompletableFuture<Optional<Tried>> leftAlone(Optional<LoneSession> session, Duration alone) {
        return session.map(lone -> pause.apply(alone)
                        .thenCompose(over -> lone.isKnown())
                        .thenApply(known -> Optional.of(new Tried(alone, known))))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private static List<Finding> judged(List<Tried> tries) {
        Optional<Duration> lost =
                tries.stream().filter(tried -> !tried.known()).map(Tried::alone).min(Duration::compareTo);
        return lost.filter(alone -> alone.compareTo(DEFAULT_LIFE) < 0).stream()
                .map(alone -> {
                    String kept = tries.stream()
                            .filter(tried -> tried.known() && tried.alone().compareTo(alone) < 0)
                            .map(Tried::alone)
                            .max(Duration::compareTo)
                            .map(longest -> ", one for " + longest.toSeconds() + " s was still known")
                            .orElse("");
                    return finding("the CRM has forgotten a session that was left alone for " + alone.toSeconds() + " s"
                            + kept);
                })
                .toList();
    }

    private static Finding finding(String seen) {
        return new Finding(
                Severity.WARNING,
                SUBJECT,
                seen
                        + "; this component logs in again and repeats the call, others may not, and each login costs two requests",
                REMEDY);
    }
}
