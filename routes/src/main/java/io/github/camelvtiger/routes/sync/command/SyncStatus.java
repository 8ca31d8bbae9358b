package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.command.SyncWork.FeedState;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a sync is: how its last run ended, and what waits for a person.
 *
 * @param runs whether it can run; its file has faults otherwise, or asks for what is not built
 * @param waits why it waits for another sync, if it does
 * @param lastRun other than tries of rejects
 * @param rejects how many rows wait
 * @param nextTry when the next of them is tried again by itself
 * @param feeds how far those of a sync are that follows changes
 * @param verifiedUntil the time of the CRM until which its target is proven to be the same
 * @param notes what else is to be known of it, such as what it leaves out
 */
public record SyncStatus(
        String sync,
        boolean runs,
        boolean enabled,
        Optional<String> waits,
        Optional<Run> lastRun,
        long rejects,
        Optional<Instant> nextTry,
        List<FeedState> feeds,
        Optional<Instant> verifiedUntil,
        List<String> notes) {

    /** @param names of all syncs, with those that do not run */
    public static List<SyncStatus> of(SyncWork work, Collection<String> names) {
        List<String> running =
                work.definitions().stream().map(SyncDefinition::name).toList();
        return Stream.concat(
                        work.definitions().stream().map(sync -> running(work, sync)),
                        names.stream().filter(name -> !running.contains(name)).map(name -> notRunning(work, name)))
                .toList();
    }

    private static SyncStatus running(SyncWork work, SyncDefinition sync) {
        return of(
                work.store(),
                sync.name(),
                true,
                sync.enabled(),
                sync.after(),
                work.feeds(sync),
                work.verifiedUntil(sync),
                work.notes(sync.name()));
    }

    private static SyncStatus notRunning(SyncWork work, String name) {
        return of(work.store(), name, false, true, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    private static SyncStatus of(
            SyncStore store,
            String sync,
            boolean runs,
            boolean enabled,
            Optional<String> after,
            List<FeedState> feeds,
            Optional<Instant> verifiedUntil,
            List<String> notes) {
        return new SyncStatus(
                sync,
                runs,
                enabled,
                new Predecessor(store.runs(), sync, after).hindrance(),
                store.runs().last(sync),
                store.rejects().numberOpen(sync),
                store.retries().nextTry(sync),
                feeds,
                verifiedUntil,
                notes);
    }
}
