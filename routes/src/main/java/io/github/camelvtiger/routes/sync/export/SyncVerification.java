package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.store.Walks.Walk;
import io.github.camelvtiger.routes.sync.verify.ModuleVerification;
import io.github.camelvtiger.routes.sync.verify.Patience;
import io.github.camelvtiger.routes.sync.verify.Repair;
import io.github.camelvtiger.routes.sync.verify.SweepVerification;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compares the modules of a sync with what its target has of them, one after the other or on the way of their sweeps. */
final class SyncVerification {

    private static final String SUBJECT = "verified";

    /**
     * What is known of the feeds of syncs.
     *
     * @param writtenUntil by sync and module, the time of the CRM whose changes the target has; empty if it never had any
     * @param patience how long a difference is given to pass
     */
    record Feeds(BiFunction<SyncDefinition, String, Optional<Instant>> writtenUntil, Supplier<Patience> patience) {}

    private final SyncDefinition sync;
    private final ModuleTools tools;
    private final PortionTarget target;
    private final Feeds known;
    private final Function<String, ModuleFeed> feeds;
    private final boolean follows;
    private final SyncStore store;
    private final InstantSource clock;

    /**
     * @param feeds write records of a module
     * @param follows whether a feed brings changes meanwhile
     * @param store keeps until when modules are verified
     */
    SyncVerification(
            SyncDefinition sync,
            ModuleTools tools,
            PortionTarget target,
            Feeds known,
            Function<String, ModuleFeed> feeds,
            boolean follows,
            SyncStore store,
            InstantSource clock) {
        this.sync = sync;
        this.tools = tools;
        this.target = target;
        this.known = known;
        this.feeds = feeds;
        this.follows = follows;
        this.store = store;
        this.clock = clock;
    }

    /** Under which the store keeps until when a module is verified. */
    static String walk(String module) {
        return SUBJECT + " " + module;
    }

    VerifiedModule verify(String module, OptionalInt sample, boolean repairs, RunWatcher watcher) {
        VerifiedModule verified = new ModuleVerification(
                        module,
                        records(module, tools.related(sync, module)),
                        target.comparison(sync, module, tools.questions(sync)),
                        repair(module),
                        () -> known.writtenUntil().apply(sync, module),
                        follows,
                        removes(),
                        known.patience().get(),
                        clock)
                .verify(sample, repairs, watcher);
        keep(verified);
        return verified;
    }

    /**
     * Compares a module whenever it is swept.
     *
     * @param results gets what came of each sweep
     */
    SweepVerification ofSweeps(String module, Consumer<VerifiedModule> results) {
        return new SweepVerification(
                module,
                records(module, Optional.empty()),
                target.comparison(sync, module, tools.questions(sync)),
                repair(module),
                () -> known.writtenUntil().apply(sync, module),
                removes(),
                known.patience().get(),
                clock,
                new SweepProgress(store.walks(), sync.name(), module),
                verified -> {
                    keep(verified);
                    results.accept(verified);
                });
    }

    private ModuleRecords records(String module, Optional<RelatedIds> related) {
        return new ModuleRecords(sync, module, tools.questions(sync), related, clock);
    }

    private Repair repair(String module) {
        return new FeedRepair(() -> feeds.apply(module));
    }

    private boolean removes() {
        return !(sync.deletions() instanceof Deletions.None);
    }

    private void keep(VerifiedModule verified) {
        verified.until().ifPresent(until -> store.walks()
                .put(sync.name(), walk(verified.module()), new Walk(SUBJECT, Optional.empty(), Optional.of(until))));
    }
}
