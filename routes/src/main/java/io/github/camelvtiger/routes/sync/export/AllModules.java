package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.run.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules of a feed of all of them. Which there are is asked until the CRM answers, and again at each sweep, when those without
 * a clock are read whole; a module that was not there before gets a route of its own.
 */
public final class AllModules {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final Duration sweep;
    private final Predecessor predecessor;
    private final Supplier<SourceModules> crm;
    private final Routes routes;
    private final InstantSource clock;
    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private final Set<String> followed = new LinkedHashSet<>();
    private final Turn look = new Turn();
    private SourceModules modules = SourceModules.named(List.of());
    /** For other threads than that of the route, which may wait for the CRM. */
    private volatile List<String> notes = List.of();

    private volatile Optional<String> unread = Optional.of("the modules of the CRM");

    /** Makes the routes of modules. */
    interface Routes {

        /** One that follows the changes of a module. */
        void follow(String module) throws Exception;

        /** One that reads all records of a module. */
        void readWhole(String module) throws Exception;
    }

    /** @param crm asks which modules it has; a failure of it is thrown */
    AllModules(
            SyncDefinition sync,
            Duration sweep,
            Predecessor predecessor,
            Supplier<SourceModules> crm,
            Routes routes,
            InstantSource clock) {
        this.sync = sync;
        this.sweep = sweep;
        this.predecessor = predecessor;
        this.crm = crm;
        this.routes = routes;
        this.clock = clock;
    }

    /** The modules that are to be read whole now. */
    public List<String> due() {
        if (predecessor.hindrance().isPresent()) {
            return List.of();
        }
        Instant now = clock.instant();
        if (look.isDue(now)) {
            look(now);
            note();
        }
        return turns.entrySet().stream()
                .filter(turn -> turn.getValue().isDue(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void look(Instant now) {
        try {
            SourceModules found = crm.get();
            add(found);
            modules = found;
            if (found.undescribed().isEmpty()) {
                look.done(now.plus(sweep));
            } else {
                look.failed(now, "");
            }
        } catch (Exception e) {
            if (look.failed(now, Sentence.of(e))) {
                LOG.warn("{}: {} The sync goes on when that has changed.", sync.name(), unknown());
            }
        }
    }

    private void add(SourceModules found) throws Exception {
        List<String> added = new ArrayList<>();
        for (String module : found.followed()) {
            if (!followed.contains(module)) {
                routes.follow(module);
                followed.add(module);
                added.add(module);
            }
        }
        for (String module : found.whole()) {
            if (!turns.containsKey(module)) {
                routes.readWhole(module);
                turns.put(module, new Turn());
                added.add(module);
            }
        }
        if (!added.isEmpty() || !found.omissions().equals(modules.omissions())) {
            LOG.info(
                    "{}: {} {}{}",
                    sync.name(),
                    followed.size() + turns.size() == added.size() ? "The sync reads" : "The sync now reads also",
                    added.isEmpty() ? "no other modules" : String.join(", ", added),
                    found.omissions().map(text -> "; " + text).orElse("") + ".");
        }
    }

    /** A module was read whole. */
    public void done(@ExchangeProperty("syncModule") String module) {
        turns.get(module).done(clock.instant().plus(sweep));
        note();
    }

    /** A module could not be read whole, and is tried again. */
    void failed(String module, Exception failure) {
        boolean isNew = turns.get(module).failed(clock.instant(), Sentence.of(failure));
        note();
        if (isNew && !(failure instanceof CancellationException)) {
            LOG.warn(
                    "{}: {} cannot be read: {} It is tried again.",
                    sync.name(),
                    module,
                    turns.get(module).hindrance());
        }
    }

    /** What it has not read yet since the start; empty if nothing. Asked by other threads. */
    Optional<String> unread() {
        return unread;
    }

    /** What a person should know of it now. */
    List<String> notes() {
        return notes;
    }

    private void note() {
        List<String> now = new ArrayList<>();
        if (!look.hindrance().isEmpty()) {
            now.add(unknown());
        }
        modules.omissions().ifPresent(now::add);
        turns.forEach((module, turn) -> Optional.of(turn.hindrance())
                .filter(sentence -> !sentence.isEmpty())
                .ifPresent(sentence -> now.add(module + " cannot be read: " + sentence)));
        notes = List.copyOf(now);
        unread = followed.isEmpty() && turns.isEmpty()
                ? Optional.of("the modules of the CRM")
                : turns.entrySet().stream()
                        .filter(turn -> !turn.getValue().wasDone())
                        .map(turn -> "the module " + turn.getKey())
                        .findFirst();
    }

    private String unknown() {
        return followed.isEmpty() && turns.isEmpty()
                ? "Nothing is read yet: " + look.hindrance()
                : "Whether there are new modules is not known: " + look.hindrance();
    }
}
