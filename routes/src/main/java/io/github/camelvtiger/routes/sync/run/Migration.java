package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.migration.MissingNames;
import io.github.camelvtiger.routes.sync.migration.ModuleOrder;
import io.github.camelvtiger.routes.sync.migration.MovedIds;
import io.github.camelvtiger.routes.sync.migration.MovedReferences;
import io.github.camelvtiger.routes.sync.migration.NamedRecords;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runs and the feed of a sync have in common by which records move to another CRM. */
final class Migration {

    private final SyncDefinition sync;
    private final SyncStore store;
    private final CrmQuestions source;
    private final CrmQuestions target;
    private final Targets targets;
    private final NamedRecords named;
    private final SecondStep second;
    private final MovedIds ids;
    private final Set<String> told = new TreeSet<>();
    private Extras extras;
    private boolean followed;
    private MissingNames missing = new MissingNames();

    /** @param counterpart the sync that moves records the other way */
    Migration(
            SyncDefinition sync,
            Optional<String> counterpart,
            SyncStore store,
            CrmQuestions source,
            CrmQuestions target,
            Targets targets) {
        this.sync = sync;
        this.store = store;
        this.source = source;
        this.target = target;
        this.targets = targets;
        this.named = new NamedRecords(source, target);
        this.second = new SecondStep(sync.name(), store, source, target);
        this.ids = new MovedIds(sync.name(), counterpart, store.links());
        this.extras = newExtras();
    }

    private Extras newExtras() {
        return new Extras(sync, store, ids, source, target);
    }

    /** The modules of a sync, each behind those to which its records refer. */
    static List<String> order(SyncDefinition sync, CrmQuestions source) {
        Map<String, ModuleDescription> described = new LinkedHashMap<>();
        return ModuleOrder.of(
                SourceCrm.of(sync).modules(), module -> described.computeIfAbsent(module, source::describe));
    }

    List<String> order() {
        return order(sync, source);
    }

    /** What puts the ids of the target into the portions of one pass. */
    MovedPortions portions() {
        missing = new MissingNames();
        return new MovedPortions(
                sync,
                store,
                new MovedReferences(ids, source, named, missing),
                new StoredRecords(target, targets),
                targets);
    }

    TakenOver takenOver() {
        return new TakenOver(ids);
    }

    RecordsOfRows records(String module, TakenOver takenOver) {
        return new MovedRecords(module, ids, takenOver, targets.of(module).takesMarks());
    }

    /** Learns what rows are whose records the sync has not written itself. */
    void recognize(List<Row> rows) {
        ids.find(rows.stream().map(Row::place).toList());
    }

    /** Looks in the target for the like of records that have not moved yet, where the sync file says by what they are known. */
    void takeOver(TakenOver takenOver, RowReader rows, Function<String, RowMapping> mappings) {
        if (targets.modules().keySet().stream()
                .allMatch(module -> sync.part(module).match().isEmpty())) {
            return;
        }
        Map<String, List<Row>> portions = new LinkedHashMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            String module = row.module().orElseThrow();
            if (!sync.part(module).match().isEmpty() && row.fault().isEmpty() && !DeletedInSource.isOne(row)) {
                List<Row> portion = portions.computeIfAbsent(module, same -> new ArrayList<>());
                portion.add(row);
                if (portion.size() == RowChunks.ROWS) {
                    look(takenOver, portion, mappings);
                    portion.clear();
                }
            }
        }
        portions.values().stream()
                .filter(portion -> !portion.isEmpty())
                .forEach(portion -> look(takenOver, portion, mappings));
    }

    private void look(TakenOver takenOver, List<Row> rows, Function<String, RowMapping> mappings) {
        String module = rows.get(0).module().orElseThrow();
        takenOver.look(rows, mappings.apply(module), sync.part(module).match(), targets.of(module), module);
    }

    /**
     * Finds the records of creates that a process which was killed has left without an answer.
     *
     * @return those that have arrived
     */
    List<JournalledWrite> settle(DoubtfulCreates doubtful) {
        List<JournalledWrite> arrived = new ArrayList<>();
        for (JournalledWrite write : store.journal().doubtfulCreates(sync.name())) {
            if (DoubtfulCreates.isOne(write)) {
                Optional<String> id = doubtful.find(write);
                id.ifPresent(found -> {
                    store.links().put(sync.name(), write.module(), Map.of(write.place(), found));
                    arrived.add(write.of(found));
                });
            }
        }
        return arrived;
    }

    /** Moves what rows bring beside their fields: files and relations. */
    void extras(RowReader rows, WritePass pass) {
        extras = newExtras();
        if (targets.modules().keySet().stream().noneMatch(extras::has)) {
            return;
        }
        while (rows.hasNext()) {
            extras.move(rows.next(), pass);
        }
    }

    /** Writes all references whose records have come since. */
    void followUp(WritePass pass) {
        second.write(pass);
    }

    /** Of a feed: those to the records of a portion, and at first all that an earlier process has left. */
    void followUp(WritePass pass, List<Row> portion) {
        if (followed) {
            second.write(pass, portion.stream().map(Row::place).toList());
        } else {
            second.write(pass);
            followed = true;
        }
    }

    /** Sets the stock of products of a portion as it was before their orders moved. */
    void stocks(WritePass pass, List<Chunk.Target> products) {
        if (!products.isEmpty()) {
            second.revise(pass, "Products", products);
        }
    }

    /** Of a feed, whose writes have no end: what a person is to know and has not been told since the start, a sentence each. */
    List<String> news() {
        return Stream.concat(missing.names().stream(), extras.notes().stream())
                .filter(told::add)
                .toList();
    }

    /** What a person is to know, a sentence each without its full stop. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(missing.notes());
        String open = store.references().counts(sync.name()).stream()
                .map(count -> count.field() + " of " + count.module() + " (" + count.records() + ")")
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            notes.add("empty, since what they refer to has not moved: " + open);
        }
        notes.addAll(extras.notes());
        return notes;
    }
}
