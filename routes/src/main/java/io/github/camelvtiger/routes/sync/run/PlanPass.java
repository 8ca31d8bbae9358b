package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.upsert.ServerCollation;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Withholds every write and notes what it would have been. */
final class PlanPass implements Pass {

    /** The largest number that an id can have. */
    private static final long NOT_THERE = 999_999_999_999_999_999L;

    private final PlanFile.Writer plan;
    private final Function<String, List<String>> matchFields;
    private final ToIntFunction<String> prefixes;
    private final Set<String> noted = new HashSet<>();
    private final Set<String> plannedKeys = new HashSet<>();
    private final Set<String> plannedValues = new HashSet<>();
    private final Set<String> referenceFields;
    private RunCounts counts = RunCounts.NONE;

    /**
     * @param matchFields by the name of a module
     * @param prefixes of the ids of a module's records
     * @param referenceFields by which rows refer to records
     */
    PlanPass(
            PlanFile.Writer plan,
            Function<String, List<String>> matchFields,
            ToIntFunction<String> prefixes,
            Set<String> referenceFields) {
        this.referenceFields = referenceFields;
        this.prefixes = prefixes;
        this.plan = plan;
        this.matchFields = matchFields;
    }

    @Override
    public long after() {
        return 0;
    }

    /** What would become of the rows. */
    RunCounts counts() {
        return counts;
    }

    /** An id that no record has stands in for the one that is to be created. */
    @Override
    public NewRecords newRecords() {
        return new NewRecords() {
            @Override
            public String create(ReferenceByKey wanted, Row row) {
                counts = counts.plus(new RunCounts(1, 0, 0, 0, 0, 0));
                return standIn(prefixes.applyAsInt(wanted.modules().get(0)));
            }

            @Override
            public Optional<String> planned(ReferenceByKey wanted) {
                return wanted.modules().stream()
                        .filter(module -> plannedValues.contains(value(module, wanted.field(), wanted.value())))
                        .map(module -> standIn(prefixes.applyAsInt(module)))
                        .findFirst();
            }
        };
    }

    private static String value(String module, String field, Object value) {
        return module + ' ' + field + ' ' + ServerCollation.key(String.valueOf(value));
    }

    static String standIn(int prefix) {
        return new RecordId(prefix, NOT_THERE).toString();
    }

    /** What a plan shows in the place of an id that there is not yet. */
    static String text(ReferenceByKey created) {
        return "a new record of " + created.modules().get(0) + " with " + created.field() + " = '" + created.value()
                + "'";
    }

    @Override
    public WriteInterceptor interceptor(Chunk chunk) {
        return new Notes();
    }

    /** The writes of a portion that were withheld. */
    private static final class Notes implements WriteInterceptor {

        private final Map<Integer, PlannedWrite> withheld = new ConcurrentHashMap<>();

        @Override
        public CompletableFuture<Void> before(PlannedWrite write) {
            withheld.put(write.index(), write);
            return CompletableFuture.failedFuture(WithheldWriteException.dryRun(write));
        }

        @Override
        public void after(PlannedWrite write, Map<String, Object> answer) {
            throw new IllegalStateException("A write was withheld and done.");
        }

        @Override
        public void failed(PlannedWrite write, VtigerException failure) {}
    }

    @Override
    public void done(Chunk chunk, WriteInterceptor interceptor, BatchResult result) throws IOException {
        Notes notes = (Notes) interceptor;
        TreeMap<Long, PlanEntry> entries = new TreeMap<>();
        counts = counts.plus(chunk.done());
        for (Chunk.Refused refused : chunk.refused()) {
            entries.put(refused.row().number(), rejected(refused.row(), refused.reason(), refused.cause()));
        }
        for (int index = 0; index < chunk.rows().size(); index++) {
            Chunk.Target target = chunk.rows().get(index);
            BatchItem item = result.items().get(index);
            PlannedWrite write = notes.withheld.get(index);
            if (write != null) {
                entries.put(target.row().number(), entry(target, write));
            } else if (item.hasFailed()) {
                entries.put(
                        target.row().number(),
                        rejected(target.row(), item.error().getMessage(), RejectCauses.of(item.error())));
            } else {
                counts = counts.plus(new RunCounts(0, 0, 1, 0, 0, 0));
            }
        }
        for (PlanEntry entry : entries.values()) {
            plan.add(entry);
        }
    }

    private PlanEntry rejected(Row row, String reason, Reject.Cause cause) {
        counts = counts.plus(new RunCounts(0, 0, 0, 0, 1, 0));
        return new PlanEntry(
                row.number(), row.place(), PlanEntry.Action.REJECT, null, null, Map.of(), List.of(), reason, cause);
    }

    private PlanEntry entry(Chunk.Target target, PlannedWrite write) {
        boolean creates = write.kind() == PlannedWrite.Kind.CREATE && plannedKeys.add(key(write, target));
        PlanEntry.Action action = write.kind() == PlannedWrite.Kind.DELETE
                ? PlanEntry.Action.DELETE
                : creates ? PlanEntry.Action.CREATE : PlanEntry.Action.UPDATE;
        if (creates) {
            referenceFields.stream()
                    .filter(write.fields()::containsKey)
                    .forEach(field -> plannedValues.add(
                            value(write.module(), field, write.fields().get(field))));
        }
        counts = counts.plus(
                switch (action) {
                    case CREATE -> new RunCounts(1, 0, 0, 0, 0, 0);
                    case UPDATE -> new RunCounts(0, 1, 0, 0, 0, 0);
                    case DELETE -> new RunCounts(0, 0, 0, 1, 0, 0);
                    case REJECT -> RunCounts.NONE;
                });
        return new PlanEntry(
                target.row().number(),
                target.row().place(),
                action,
                write.module(),
                write.id().map(RecordId::toString).orElse(null),
                changes(target, write),
                notes(target, write),
                null,
                null);
    }

    private static boolean isNew(Object id) {
        return id instanceof String text
                && RecordId.isOne(text)
                && RecordId.parse(text).number() == NOT_THERE;
    }

    private static Map<String, PlanEntry.Change> changes(Chunk.Target target, PlannedWrite write) {
        Map<String, PlanEntry.Change> changes = changes(write);
        target.created()
                .forEach((field, reference) -> changes.computeIfPresent(
                        field,
                        (same, change) ->
                                isNew(change.to()) ? new PlanEntry.Change(change.from(), text(reference)) : change));
        return changes;
    }

    /** Once for each record that is created. */
    private List<String> notes(Chunk.Target target, PlannedWrite write) {
        return target.created().entrySet().stream()
                .filter(field -> isNew(write.fields().get(field.getKey())))
                .map(Map.Entry::getValue)
                .filter(ReferenceByKey::create)
                .filter(reference -> noted.add(reference.modules().get(0)
                        + ' '
                        + reference.field()
                        + ' '
                        + ServerCollation.key(reference.value())))
                .map(reference -> "creates " + text(reference))
                .toList();
    }

    /** Two rows of one key are planned as a create and an update. */
    private String key(PlannedWrite write, Chunk.Target target) {
        List<String> fields = matchFields.apply(write.module());
        return write.module()
                + ' '
                + (fields.isEmpty() ? "row " + target.row().number() : NaturalKey.of(fields, write.fields()));
    }

    static Map<String, PlanEntry.Change> changes(PlannedWrite write) {
        Map<String, PlanEntry.Change> changes = new LinkedHashMap<>();
        if (write.kind() == PlannedWrite.Kind.DELETE) {
            write.stored().forEach((field, value) -> changes.put(field, new PlanEntry.Change(value, null)));
        } else {
            write.fields().forEach((field, value) -> {
                if (!field.equals("id")) {
                    changes.put(field, new PlanEntry.Change(write.stored().get(field), value));
                }
            });
        }
        return changes;
    }

    @Override
    public void finish() throws IOException {
        plan.finish(counts);
    }
}
