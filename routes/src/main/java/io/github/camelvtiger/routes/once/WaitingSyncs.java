package io.github.camelvtiger.routes.once;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The syncs that wait for others by {@code after}, in a run that ends: what one of them waits for may not come in it. */
public final class WaitingSyncs {

    private final List<SyncDefinition> syncs;
    private final Function<SyncDefinition, Predecessor> predecessors;
    private final Function<SyncDefinition, Optional<String>> work;

    /**
     * @param syncs those that run
     * @param work what is left for a sync to do in this run, in words; empty if nothing
     */
    public WaitingSyncs(
            List<SyncDefinition> syncs,
            Function<SyncDefinition, Predecessor> predecessors,
            Function<SyncDefinition, Optional<String>> work) {
        this.syncs = List.copyOf(syncs);
        this.predecessors = predecessors;
        this.work = work;
    }

    /** Whether it waits for a sync that has nothing to do in this run, or waits in vain itself. */
    public boolean isGivenUp(SyncDefinition sync) {
        return hindrance(sync).isPresent()
                && syncs.stream()
                        .filter(other ->
                                sync.after().filter(other.name()::equals).isPresent())
                        .noneMatch(
                                other -> !isGivenUp(other) && work.apply(other).isPresent());
    }

    private Optional<String> hindrance(SyncDefinition sync) {
        return predecessors.apply(sync).hindrance();
    }

    private Stream<SyncDefinition> waiting() {
        return syncs.stream().filter(sync -> sync.after().isPresent());
    }

    /** What is left for those that do not wait in vain. */
    public List<Leftover> leftovers() {
        return waiting()
                .<Leftover>map(sync -> () -> isGivenUp(sync) ? Optional.empty() : work.apply(sync))
                .toList();
    }

    /** Those that had something to do, and waited in vain, a sentence each. */
    public List<String> givenUp() {
        return waiting()
                .filter(sync -> isGivenUp(sync) && work.apply(sync).isPresent())
                .map(sync -> "The sync " + sync.name() + " has not run. "
                        + hindrance(sync).orElseThrow())
                .toList();
    }
}
