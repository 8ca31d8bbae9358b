package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.definition.Relations;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition.Start;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.run.Turn;
import io.github.camelvtiger.routes.sync.store.States;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.store.Walks;
import io.github.camelvtiger.routes.sync.store.Walks.Walk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the relations of all records of a module, since the end of a relation moves no clock, and delivers the records again whose
 * relations are not as they were delivered. One that is cut short goes on where it was, also after a restart.
 */
final class RelationsSweep {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final String module;
    private final Relations relations;
    private final SyncStore store;
    private final CrmQuestions crm;
    private final RelatedIds related;
    private final ModuleFeed steps;
    private final Predecessor predecessor;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final Turn turn = new Turn();

    /**
     * @param steps deliver a record
     * @param stopping whether the application stops
     */
    RelationsSweep(
            SyncDefinition sync,
            String module,
            SyncStore store,
            CrmQuestions crm,
            RelatedIds related,
            ModuleFeed steps,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.sync = sync;
        this.module = module;
        this.relations = sync.part(module).relations();
        this.store = store;
        this.crm = crm;
        this.related = related;
        this.steps = steps;
        this.predecessor = new Predecessor(store.runs(), sync.name(), sync.after());
        this.clock = clock;
        this.stopping = stopping;
    }

    /** A feed that has not run yet delivers each record with its relations, so that there is nothing to look for at first. */
    void beginWithFeed() {
        if (store.walks().find(sync.name(), module).isEmpty()) {
            store.walks().put(sync.name(), module, new Walk(subject(), Optional.empty(), Optional.of(clock.instant())));
        }
    }

    /** Does it if its time has come. */
    void look() {
        Instant now = clock.instant();
        if (!turn.isDue(now) || predecessor.hindrance().isPresent()) {
            return;
        }
        Walk walk = walk();
        Instant due = walk.ended()
                .filter(ended -> walk.position().isEmpty())
                .map(ended -> ended.plus(relations.every()))
                .orElse(now);
        if (now.isBefore(due)) {
            return;
        }
        turn.take(
                clock,
                () -> new Pass(walk).walk(),
                hindrance -> LOG.warn(
                        "{}: The relations of {} cannot be read: {} It is tried again.",
                        sync.name(),
                        module,
                        hindrance));
    }

    /** What a person should know of it now. */
    Optional<String> note() {
        String sentence = turn.hindrance();
        return sentence.isEmpty()
                ? Optional.empty()
                : Optional.of("the relations of " + module + " cannot be read: " + sentence);
    }

    /** With other labels it begins from the start, and at once. */
    private Walk walk() {
        return store.walks()
                .find(sync.name(), module)
                .filter(walk -> walk.subject().equals(subject()))
                .orElseGet(() -> new Walk(subject(), Optional.empty(), Optional.empty()));
    }

    private String subject() {
        return StateHash.of(Map.of("relations", relations.labels()));
    }

    /** From where the last one was cut short to the end. */
    private final class Pass {

        private final Optional<Instant> endedBefore;
        private final Optional<RecordId> after;
        private final List<String> portion = new ArrayList<>();
        private long looked;
        private long delivered;

        Pass(Walk walk) {
            this.endedBefore = walk.ended();
            this.after = walk.position().map(RecordId::parse);
        }

        void walk() {
            String where = SourceCrm.where(sync, module)
                    .map(condition -> "&where=RAW(" + condition + ")")
                    .orElse("");
            crm.export(module + "?columns=id" + where, record -> take(String.valueOf(record.get("id"))));
            deliverPortion();
            walks().put(sync.name(), module, new Walk(subject(), Optional.empty(), Optional.of(clock.instant())));
            LOG.info(
                    "{}: Of {} records of {} the relations were looked at, and {} had changed.",
                    sync.name(),
                    looked,
                    module,
                    delivered);
        }

        private void take(String id) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("The sync was stopped; the next start goes on here.");
            }
            if (after.filter(done -> RecordId.parse(id).compareTo(done) <= 0).isPresent()) {
                return;
            }
            portion.add(id);
            if (portion.size() == RelatedIds.TOGETHER) {
                deliverPortion();
            }
        }

        private void deliverPortion() {
            if (portion.isEmpty()) {
                return;
            }
            List<Map<String, Object>> records = new ArrayList<>();
            portion.forEach(id -> records.add(new LinkedHashMap<>(Map.of("id", id))));
            related.addTo(records);
            Map<String, String> now = new LinkedHashMap<>();
            records.forEach(record -> now.put(String.valueOf(record.get("id")), related.hash(record)));
            Map<String, String> before = states().of(sync.name(), module, portion);
            now.entrySet().removeIf(state -> state.getValue().equals(before.get(state.getKey())));
            try {
                deliver(now, before);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            looked += portion.size();
            walks().put(
                            sync.name(),
                            module,
                            new Walk(subject(), Optional.of(portion.get(portion.size() - 1)), endedBefore));
            portion.clear();
        }

        private void deliver(Map<String, String> changed, Map<String, String> before) throws IOException {
            Map<String, String> learnt = new LinkedHashMap<>();
            for (Map.Entry<String, String> state : changed.entrySet()) {
                if (sync.start() == Start.NOW && !before.containsKey(state.getKey())) {
                    learnt.put(state.getKey(), state.getValue());
                } else {
                    steps.writeAgain(state.getKey());
                    delivered++;
                }
            }
            states().put(sync.name(), module, learnt);
        }
    }

    private States states() {
        return store.states();
    }

    private Walks walks() {
        return store.walks();
    }
}
