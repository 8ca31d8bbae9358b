package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which syncs between CRMs write what others read, so that a change could come back to where it came from. */
public final class Circles {

    private final List<Way> ways = new ArrayList<>();

    /** A module of a CRM. */
    private record Place(String crm, String module) {

        /** All modules, of which a move may be, are the same as each of them. */
        boolean meets(Place other) {
            return crm.equals(other.crm)
                    && (module.equals(other.module)
                            || Source.Crm.ALL.equals(module)
                            || Source.Crm.ALL.equals(other.module));
        }

        String text() {
            return Source.Crm.ALL.equals(module) ? "all modules" : module;
        }
    }

    private record Way(SyncDefinition sync, Place from, Place to) {

        boolean isBackOf(Way other) {
            return from.meets(other.to) && to.meets(other.from);
        }

        boolean follows() {
            return SourceCrm.of(sync).cron().isEmpty();
        }
    }

    /**
     * @param syncs those that are switched off do not count
     * @param address of the CRM of a connection; two may be the same
     */
    public Circles(Collection<SyncDefinition> syncs, Function<Optional<String>, String> address) {
        syncs.stream().filter(SyncDefinition::enabled).forEach(sync -> {
            if (sync.from() instanceof Source.Crm from && sync.to() instanceof Target.Crm to) {
                from.modules()
                        .forEach(module -> ways.add(new Way(
                                sync,
                                new Place(address.apply(from.connection()), module),
                                new Place(address.apply(to.connection()), SourceCrm.target(sync, module)))));
            }
        });
    }

    /**
     * Whether a feed is to leave out what this application itself writes: a sync writes there what this one has written to its
     * target. It is not to if no sync does, since the writes of others must go on to the target.
     */
    public boolean isWrittenBack(SyncDefinition sync, String module) {
        return ways.stream()
                .filter(way -> isOf(sync, way)
                        && (way.from.module().equals(module)
                                || way.from.module().equals(Source.Crm.ALL)))
                .anyMatch(way -> ways.stream().anyMatch(other -> other.isBackOf(way)));
    }

    /** The sync that moves records the other way, if one does. */
    public Optional<String> counterpart(SyncDefinition sync) {
        return ways.stream()
                .filter(way -> isOf(sync, way) && sync.isMigration())
                .flatMap(way -> ways.stream().filter(other -> other.isBackOf(way) && other.sync.isMigration()))
                .map(other -> other.sync.name())
                .findFirst();
    }

    /** What a person should know of a sync whose changes may come back, a sentence each. */
    public List<String> notes(SyncDefinition sync) {
        List<String> notes = new ArrayList<>();
        for (Way way : ways) {
            if (!isOf(sync, way)) {
                continue;
            }
            Optional<Way> back =
                    ways.stream().filter(other -> other.isBackOf(way)).findFirst();
            if (back.isPresent()) {
                notes.add(ofPair(way, back.get()));
            } else if (comesBack(way)) {
                notes.add("What this sync writes to " + way.to.module() + " comes back to " + way.from.module()
                        + " by way of other syncs. Such a circle ends only when a record is there already as it would be"
                        + " written, so each mapping must give back the values that the others have changed.");
            }
        }
        return notes;
    }

    private static String ofPair(Way way, Way back) {
        String other = back.sync.name().equals(way.sync.name()) ? "This sync itself" : "The sync " + back.sync.name();
        return other + " writes to " + way.from.text() + ", which this one reads, what it reads in "
                + way.to.text() + ". "
                + (way.follows()
                        ? "So this one leaves out all that this application itself writes to " + way.from.text()
                                + ", also by other syncs."
                        : "With 'cron' this one reads also what was written by that, so a value that one of the"
                                + " mappings changes is changed again with each run.");
    }

    private boolean comesBack(Way way) {
        Set<Place> seen = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(way.to));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (place.meets(way.from)) {
                return true;
            }
            ways.stream()
                    .filter(other -> other.from.meets(place))
                    .map(Way::to)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    private static boolean isOf(SyncDefinition sync, Way way) {
        return way.sync.name().equals(sync.name());
    }
}
