package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.export.FeedOutcomes;
import io.github.camelvtiger.routes.sync.export.ModuleRecords;
import io.github.camelvtiger.routes.sync.export.PortionedFeed;
import io.github.camelvtiger.routes.sync.export.RecordChange;
import io.github.camelvtiger.routes.sync.export.RelatedIds;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.FeedPortions;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a feed brings of a module into its tables, a portion at a time, which is one transaction. A row that the database refuses
 * goes to the rejects; while it does not answer, the records wait.
 */
final class TableSteps extends ServiceSupport implements PortionedFeed {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final String module;
    private final SyncStore store;
    private final ModuleMirror mirror;
    private final ModuleRecords records;
    private final Optional<RelatedIds> related;
    private final FeedHours hours;
    private final FeedOutcomes outcomes;
    private final TableFill fill;
    private RunCounts ofPoll = RunCounts.NONE;
    private String said = "";

    /**
     * @param records asks for records as the feed would bring them
     * @param related adds the ids of related records; empty if the sync does not ask for them
     * @param fill brings what the tables lack
     */
    TableSteps(
            SyncDefinition sync,
            String module,
            SyncStore store,
            ModuleMirror mirror,
            ModuleRecords records,
            Optional<RelatedIds> related,
            FeedHours hours,
            TableFill fill) {
        this.sync = sync;
        this.module = module;
        this.store = store;
        this.mirror = mirror;
        this.records = records;
        this.related = related;
        this.hours = hours;
        this.outcomes = new FeedOutcomes(sync, module, store, hours);
        this.fill = fill;
    }

    @Override
    public boolean reportsDeletions() {
        return sync.deletions() instanceof Deletions.Events;
    }

    @Override
    public synchronized FeedPortions.Outcome write(List<RecordChange> changes) {
        try {
            RunCounts counts = deliver(hours.next(changes.size()), changes, true);
            hours.count(counts);
            hours.keep();
            ofPoll = ofPoll.plus(counts);
            if (changes.stream().anyMatch(RecordChange::isLast)) {
                LOG.info("{}: {}, {}", sync.name(), module, ofPoll);
                ofPoll = RunCounts.NONE;
            }
            if (!said.isEmpty()) {
                LOG.info("{}: {} is written again.", sync.name(), module);
                said = "";
            }
            return new FeedPortions.Outcome(changes.size(), Optional.empty());
        } catch (RuntimeException e) {
            String sentence = Sentence.of(e);
            if (!sentence.equals(said)) {
                LOG.error(
                        "{}: records of {} wait, and are tried again with each poll: {}",
                        sync.name(),
                        module,
                        sentence);
                said = sentence;
            }
            return new FeedPortions.Outcome(0, Optional.of(sentence));
        }
    }

    @Override
    public synchronized void write(String event, String id, Map<String, Object> record, Boolean last) {
        hours.count(deliver(
                hours.next(), List.of(new RecordChange(event, id, null, record, Boolean.TRUE.equals(last))), false));
        if (Boolean.TRUE.equals(last)) {
            hours.keep();
        }
    }

    @Override
    public synchronized void writeAgain(String id) {
        fill(List.of(id));
    }

    @Override
    public synchronized void writeAgain(List<String> ids) {
        fill(ids);
    }

    /**
     * Writes records as they are now, which the tables lack. What the feed brings meanwhile waits, since it may be later.
     *
     * @return how many are still there
     */
    synchronized int fill(List<String> ids) {
        List<RecordChange> changes = changes(ids);
        if (!changes.isEmpty()) {
            hours.count(deliver(hours.next(changes.size()), changes, false));
            hours.keep();
        }
        return changes.size();
    }

    private List<RecordChange> changes(List<String> ids) {
        return records.of(ids).stream()
                .map(record -> new RecordChange(
                        "updated",
                        String.valueOf(record.get(ModuleTable.ID)),
                        ModuleRecords.timeOf(record),
                        record,
                        false))
                .toList();
    }

    @Override
    public synchronized RunCounts again(FeedHours.Place place, Reject reject, String id) {
        List<RecordChange> changes = changes(List.of(id));
        if (changes.isEmpty()) {
            outcomes.settled(reject.id());
            return FeedOutcomes.SKIPPED;
        }
        return deliver(place, changes, false);
    }

    @Override
    public void fill(Supplier<VerifiedModule> verification) {
        fill.look(this::fill, verification);
    }

    @Override
    public Optional<String> note() {
        return fill.note();
    }

    /** @param place of the first of them */
    private RunCounts deliver(FeedHours.Place place, List<RecordChange> changes, boolean isFeed) {
        List<RecordChange> complete = complete(changes);
        Map<String, Long> rejects =
                outcomes.open(complete.stream().map(RecordChange::id).toList());
        RunCounts counts = RunCounts.NONE;
        Map<Integer, TableException> refused = written(complete, isFeed);
        for (int i = 0; i < complete.size(); i++) {
            RecordChange change = complete.get(i);
            Optional<Long> reject = Optional.ofNullable(rejects.get(change.id()));
            if (refused.containsKey(i)) {
                counts = counts.plus(outcomes.rejected(
                        new FeedHours.Place(place.run(), place.number() + i),
                        change.id(),
                        mirror.kept(change.record()),
                        refused.get(i).getMessage(),
                        refused.get(i).reject(),
                        reject));
            } else {
                reject.ifPresent(outcomes::settled);
                counts = counts.plus(change.isDeleted() ? FeedOutcomes.DELETED : FeedOutcomes.written(change.event()));
            }
        }
        related.ifPresent(ids -> know(ids, complete));
        return counts;
    }

    /** Adds the ids of related records, as many at a time as one may ask for at once. */
    private List<RecordChange> complete(List<RecordChange> changes) {
        List<RecordChange> complete = new ArrayList<>();
        for (RecordChange change : changes) {
            complete.add(
                    change.isDeleted()
                            ? change
                            : change.with(new LinkedHashMap<>(UserSecrets.without(module, change.record()))));
        }
        related.ifPresent(ids -> {
            List<Map<String, Object>> present = complete.stream()
                    .filter(change -> !change.isDeleted())
                    .map(RecordChange::record)
                    .toList();
            for (int from = 0; from < present.size(); from += RelatedIds.TOGETHER) {
                ids.addTo(present.subList(from, Math.min(from + RelatedIds.TOGETHER, present.size())));
            }
        });
        return complete;
    }

    private void know(RelatedIds ids, List<RecordChange> changes) {
        Map<String, String> hashes = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        for (RecordChange change : changes) {
            if (change.isDeleted()) {
                gone.add(change.id());
            } else {
                hashes.put(change.id(), ids.hash(change.record()));
            }
        }
        store.states().put(sync.name(), module, hashes);
        store.states().remove(sync.name(), module, gone);
    }

    /** @return the numbers of those that the database refuses, each with the failure */
    private Map<Integer, TableException> written(List<RecordChange> changes, boolean isFeed) {
        mirror.cover(changes.stream()
                .filter(change -> !change.isDeleted())
                .map(RecordChange::record)
                .toList());
        try {
            return write(changes, isFeed);
        } catch (TableException e) {
            if (e.kind() != TableException.Cause.TABLE) {
                throw e;
            }
            // Another client has altered a table, or dropped it.
            mirror.forget();
            return write(changes, isFeed);
        }
    }

    private Map<Integer, TableException> write(List<RecordChange> changes, boolean isFeed) {
        List<RecordState> states = changes.stream().map(this::state).toList();
        try {
            mirror.write(states, isFeed ? lastModified(states) : Optional.empty());
            return Map.of();
        } catch (TableException e) {
            if (!e.isOfRow()) {
                throw e;
            }
        }
        Map<Integer, TableException> refused = new LinkedHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            try {
                mirror.write(
                        List.of(states.get(i)), isFeed ? lastModified(states.subList(i, i + 1)) : Optional.empty());
            } catch (TableException e) {
                if (!e.isOfRow()) {
                    throw e;
                }
                refused.put(i, e);
            }
        }
        return refused;
    }

    private static Optional<RecordState> lastModified(List<RecordState> states) {
        return states.stream().filter(state -> state.modified() != null).reduce((first, second) -> second);
    }

    private RecordState state(RecordChange change) {
        return change.isDeleted()
                ? RecordState.deleted(change.id(), Optional.ofNullable(change.deletedAfter()))
                : mirror.state(
                        change.record(),
                        change.modified(),
                        related.isPresent() ? sync.part(module).relations().labels() : List.of());
    }

    /** With the context: the routes have stopped before. */
    @Override
    protected void doStop() {
        hours.end();
    }
}
