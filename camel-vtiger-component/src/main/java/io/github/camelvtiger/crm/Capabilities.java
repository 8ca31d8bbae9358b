package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The capability map of one connection: what the server can do, found out by harmless calls and kept for an hour. What only
 * a write can show is unknown until the first one has shown it. Never concluded from a version, since forks and upgraded
 * installations differ ({@code releases.md §4}).
 */
public final class Capabilities {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Function<Capability, CompletableFuture<CapabilityFinding>> probe;
    private final LongSupplier nanoTime;
    private final Map<Capability, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(CompletableFuture<CapabilityFinding> finding, long since) {}

    /** @param nanoTime such as {@link System#nanoTime} */
    Capabilities(Function<Capability, CompletableFuture<CapabilityFinding>> probe, LongSupplier nanoTime) {
        this.probe = probe;
        this.nanoTime = nanoTime;
    }

    /** What is known, asked first where nothing is. */
    public CompletableFuture<CapabilityFinding> of(Capability capability) {
        long now = nanoTime.getAsLong();
        Kept mine = new Kept(new CompletableFuture<>(), now);
        Kept known = kept.compute(
                capability, (key, before) -> before != null && now - before.since() <= KEPT.toNanos() ? before : mine);
        if (known == mine) {
            probe.apply(capability).whenComplete((finding, failure) -> {
                CapabilityFinding found = failure == null
                        ? finding
                        : CapabilityFinding.unknown(
                                capability,
                                "it could not be asked: "
                                        + Denials.known(failure).getMessage());
                if (found.state() == CapabilityFinding.State.UNKNOWN) {
                    kept.remove(capability, mine);
                }
                mine.finding().complete(found);
            });
        }
        return known.finding();
    }

    /**
     * Done if the server can do it, or if that is not known.
     *
     * @param context of the call that needs it
     * @return failed with a {@link ServerFailureException} that has reason and cure, if the server cannot
     */
    public CompletableFuture<CapabilityFinding> require(Capability capability, FailureContext context) {
        return of(capability)
                .thenCompose(finding -> finding.isUnavailable()
                        ? CompletableFuture.failedFuture(failure(finding, context))
                        : CompletableFuture.completedFuture(finding));
    }

    private static ServerFailureException failure(CapabilityFinding finding, FailureContext context) {
        return new ServerFailureException(
                "This CRM cannot serve " + finding.capability().key() + ", and nothing was sent: "
                        + finding.explanation() + ".",
                context);
    }

    /** All capabilities in the order of the enum, asked one after the other where nothing is known. */
    public CompletableFuture<Map<Capability, CapabilityFinding>> all() {
        Map<Capability, CapabilityFinding> all = new EnumMap<>(Capability.class);
        CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
        for (Capability capability : Capability.values()) {
            asked = asked.thenCompose(before -> of(capability).thenAccept(finding -> all.put(capability, finding)));
        }
        return asked.thenApply(done -> all);
    }

    /** The same, whatever is known: what an administrator has repaired counts from now on. */
    public CompletableFuture<Map<Capability, CapabilityFinding>> askAgain() {
        Map<Capability, CapabilityFinding> refusals = new EnumMap<>(Capability.class);
        kept.forEach((capability, known) -> {
            CapabilityFinding finding = known.finding().getNow(null);
            if (capability.shownByWritesOnly() && finding != null && finding.isUnavailable()) {
                refusals.put(capability, finding);
            }
        });
        kept.clear();
        return all().thenApply(all -> {
            refusals.forEach((capability, finding) -> all.computeIfPresent(
                    capability,
                    (key, now) -> CapabilityFinding.unknown(
                            capability,
                            "the last attempt failed, and the next one shows whether that is repaired: "
                                    + finding.explanation())));
            return all;
        });
    }

    /**
     * Whether the server can be trusted with changed items of orders: a write has shown it, or nothing speaks against it. That
     * it cannot count is the sign of the release that replaces the items and then fails ({@code releases.md §2}).
     */
    public CompletableFuture<Boolean> changeItems() {
        return of(Capability.COUNT)
                .thenCombine(
                        of(Capability.ORDERS),
                        (count, orders) -> orders.state() == CapabilityFinding.State.AVAILABLE
                                || !orders.isUnavailable() && !count.isUnavailable());
    }

    /** What a write has shown. */
    public void learned(Capability capability, boolean can) {
        CapabilityFinding finding =
                can ? CapabilityFinding.available(capability, "") : CapabilityFinding.unavailable(capability);
        kept.put(capability, new Kept(CompletableFuture.completedFuture(finding), nanoTime.getAsLong()));
    }
}
