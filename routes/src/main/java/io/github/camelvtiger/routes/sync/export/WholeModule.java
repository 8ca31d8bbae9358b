package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition.Start;
import io.github.camelvtiger.routes.sync.store.States;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.store.Walks.Walk;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the route calls that reads a module whose records have no time of modification: those that are not as they were delivered are
 * changes, and those that are not there any more are deleted.
 */
public final class WholeModule {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private static final int TOGETHER = 100;
    private static final String SUBJECT = "records";

    private final SyncDefinition sync;
    private final String module;
    private final SyncStore store;
    private final ModuleFeed steps;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    /**
     * @param steps what is done with a change
     * @param stopping whether the application stops
     */
    WholeModule(
            SyncDefinition sync,
            String module,
            SyncStore store,
            ModuleFeed steps,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.sync = sync;
        this.module = module;
        this.store = store;
        this.steps = steps;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** Whether all records of a module without a clock have been delivered by a sync. */
    public static boolean wasRead(SyncStore store, SyncDefinition sync, String module) {
        return store.walks()
                .find(sync.name(), module)
                .filter(walk -> walk.subject().equals(SUBJECT))
                .isPresent();
    }

    /** @param records all of the module, read while they are taken */
    void read(Iterator<Map<String, Object>> records) throws IOException {
        boolean learns = sync.start() == Start.NOW
                && store.walks().find(sync.name(), module).isEmpty();
        Set<String> gone = store.states().ids(sync.name(), module);
        boolean knewSome = !gone.isEmpty();
        Set<String> present = new HashSet<>();
        while (records.hasNext()) {
            Map<String, Map<String, Object>> portion = portion(records);
            present.addAll(portion.keySet());
            deliver(portion, learns);
        }
        gone.removeAll(present);
        if (present.isEmpty() && knewSome) {
            LOG.warn(
                    "{}: The CRM shows no record of {} any more. It may be hidden from the user, so nothing is taken to be"
                            + " deleted.",
                    sync.name(),
                    module);
        } else {
            delete(List.copyOf(gone));
        }
        store.walks().put(sync.name(), module, new Walk(SUBJECT, Optional.empty(), Optional.of(clock.instant())));
    }

    private Map<String, Map<String, Object>> portion(Iterator<Map<String, Object>> records) {
        Map<String, Map<String, Object>> portion = new LinkedHashMap<>();
        while (records.hasNext() && portion.size() < TOGETHER) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("The sync was stopped; the next start reads the module again.");
            }
            Map<String, Object> record = records.next();
            portion.put(String.valueOf(record.get("id")), record);
        }
        return portion;
    }

    private void deliver(Map<String, Map<String, Object>> portion, boolean learns) throws IOException {
        States states = store.states();
        Map<String, String> before = states.of(sync.name(), module, portion.keySet());
        Map<String, String> now = new LinkedHashMap<>();
        portion.forEach((id, record) -> now.put(id, StateHash.of(record)));
        now.entrySet().removeIf(state -> state.getValue().equals(before.get(state.getKey())));
        if (!learns) {
            List<String> changed = new ArrayList<>(now.keySet());
            for (String id : changed) {
                steps.write(
                        before.containsKey(id) ? "updated" : "created",
                        id,
                        portion.get(id),
                        id.equals(changed.get(changed.size() - 1)));
            }
        }
        states.put(sync.name(), module, now);
    }

    private void delete(List<String> gone) throws IOException {
        if (steps.reportsDeletions()) {
            for (String id : gone) {
                steps.write("deleted", id, Map.of("id", id), id.equals(gone.get(gone.size() - 1)));
            }
        }
        store.states().remove(sync.name(), module, gone);
    }
}
