package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.Settled;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.upsert.ServerCollation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Creates the records that rows refer to, and journals and counts that like every write. Each is an upsert by the key, so that two
 * syncs at the same time do not create two; one that a process was about to create when it was killed is waited for.
 */
final class ReferencedRecords implements NewRecords {

    private static final RunCounts CREATED = new RunCounts(1, 0, 0, 0, 0, 0);

    private final SyncStore store;
    private final Run run;
    private final TargetModule target;
    private final InstantSource clock;
    private final UnaryOperator<WriteInterceptor> limits;
    private final BooleanSupplier stopping;

    /**
     * @param target which asks the CRM, also about other modules
     * @param limits see each write before the journal does
     * @param stopping whether not to wait any longer
     */
    ReferencedRecords(
            SyncStore store,
            Run run,
            TargetModule target,
            InstantSource clock,
            UnaryOperator<WriteInterceptor> limits,
            BooleanSupplier stopping) {
        this.store = store;
        this.run = run;
        this.target = target;
        this.clock = clock;
        this.limits = limits;
        this.stopping = stopping;
    }

    @Override
    public void settle(Collection<ReferenceByKey> wanted) {
        Map<String, Set<String>> keys = new HashMap<>();
        wanted.stream().filter(ReferenceByKey::create).forEach(each -> keys.computeIfAbsent(
                        each.modules().get(0), module -> new HashSet<>())
                .add(key(each.field(), each.value())));
        keys.forEach((module, sought) -> store.journal().createsInDoubt(run.connection(), module).stream()
                .filter(write -> write.sent().entrySet().stream()
                        .anyMatch(field -> sought.contains(key(field.getKey(), String.valueOf(field.getValue())))))
                .forEach(this::settle));
    }

    private static String key(String field, String value) {
        return field + ' ' + ServerCollation.key(value);
    }

    private void settle(JournalledWrite write) {
        Instant until = write.intended().plus(target.longestSave());
        Optional<Map<String, Object>> found = target.awaitSent(write.module(), write.sent(), until, stopping);
        if (found.isPresent()) {
            store.journal()
                    .settle(List.of(Settled.written(
                            write.id(), String.valueOf(found.get().get("id")), found.get())));
            store.runs().count(write.run(), CREATED);
        } else if (clock.instant().isBefore(until)) {
            throw new CancellationException("The sync was stopped while it waited for a record that may have been"
                    + " created; what refers to it comes again.");
        } else {
            store.journal().settle(List.of(Settled.refused(write.id(), "It did not arrive.")));
        }
    }

    @Override
    public String create(ReferenceByKey wanted, Row row) {
        BatchItem item = target.upsert(
                wanted.modules().get(0),
                wanted.field(),
                wanted.value(),
                limits.apply(new RowlessJournal(store.journal(), run.id(), row.place() + ", to which it refers")));
        if (item.hasFailed()) {
            throw item.error();
        }
        if (item.outcome() == BatchItem.Outcome.CREATED) {
            store.runs().count(run.id(), CREATED);
        }
        return item.id();
    }
}
