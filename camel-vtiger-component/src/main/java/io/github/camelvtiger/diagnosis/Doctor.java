package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.crm.CapabilityFinding;
import io.github.camelvtiger.crm.VtigerClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds what is wrong with a CRM and a user for an integration, each with its remedy. Writes nothing. */
public final class Doctor {

    /** A clock that is further off than this makes times of other systems and of the CRM incomparable. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    private final VtigerClient client;
    private final ConnectionCheck connection;
    private final SessionLife sessions;

    /** @param clock this machine's */
    public Doctor(VtigerClient client, InstantSource clock) {
        this.client = client;
        this.connection = new ConnectionCheck(client, clock);
        this.sessions = new SessionLife(client, client::pause);
    }

    /**
     * As {@link #examine()}, and leaves sessions of its own alone to find out whether the CRM forgets them early.
     *
     * @param idle how long the examination takes at least; beyond 24 minutes, PHP's default, a loss is not early any more
     */
    public CompletableFuture<Diagnosis> examine(Duration idle) {
        return examine()
                .thenCompose(diagnosis -> diagnosis.facts().works()
                        ? sessions.tried(idle).thenApply(diagnosis::with)
                        : CompletableFuture.completedFuture(diagnosis));
    }

    /** Never fails: a check that cannot be made is left out. */
    public CompletableFuture<Diagnosis> examine() {
        return connection.facts().thenCompose(facts -> {
            List<Finding> findings = new ArrayList<>(ofConnection(facts));
            if (!facts.works()) {
                return CompletableFuture.completedFuture(new Diagnosis(facts, findings));
            }
            return new UserRights(client)
                    .of(facts)
                    .thenAccept(findings::addAll)
                    .thenCompose(next -> new StrayOutput(client).findings())
                    .thenAccept(findings::addAll)
                    .thenCompose(next -> new ModifiedTimeIndex(client).findings())
                    .thenAccept(findings::addAll)
                    .thenApply(last -> new Diagnosis(facts, findings).with(SessionLife.seen(client.sessions())));
        });
    }

    private static List<Finding> ofConnection(ConnectionFacts facts) {
        if (!facts.works()) {
            return List.of(new Finding(
                    Severity.FAULT,
                    facts.failure() instanceof TransportException ? "reachable" : "login",
                    withoutStop(facts.failure().getMessage()),
                    "nothing else was tried"));
        }
        List<Finding> findings = new ArrayList<>();
        if (facts.clockDifference().abs().compareTo(CLOCK_TOLERANCE) > 0) {
            findings.add(clock(facts.clockDifference()));
        }
        if (facts.currencyDecimals() == 0) {
            findings.add(
                    new Finding(
                            Severity.WARNING,
                            "decimals",
                            "the user's number of currency decimals is 0, so amounts that are written are rounded to whole numbers",
                            "set it on the user's page My Preferences, or log in to the CRM's pages once, which sets the default"));
        }
        for (CapabilityFinding capability : facts.capabilities().values()) {
            if (capability.isUnavailable()) {
                findings.add(new Finding(
                        Severity.NOTE,
                        "capability " + capability.capability().key(),
                        capability.reason(),
                        capability.cure()));
            }
        }
        return findings;
    }

    private static Finding clock(Duration difference) {
        return new Finding(
                Severity.WARNING,
                "clock",
                "the CRM's clock is " + difference.abs().toSeconds() + " s "
                        + (difference.isNegative() ? "behind" : "ahead of")
                        + " this machine's; a feed goes by the CRM's clock alone, but times that you compare differ by that",
                "let both follow the same time server");
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
