package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Order;
import io.github.camelvtiger.routes.sync.export.ModuleRecords;
import io.github.camelvtiger.routes.sync.run.Turn;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings into the tables of a module what they lack and no feed brings by itself: the values of a new column, all records of a table that
 * another client dropped, and with {@code order: newest} those that were there before the feed. It goes on where it was cut short.
 */
final class TableFill {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final String module;
    private final ModuleMirror mirror;
    private final ModuleRecords records;
    private final BooleanSupplier follows;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final Turn turn = new Turn();

    /**
     * @param follows whether the feed has begun, so that nothing is changed unseen any more
     * @param stopping whether the application stops
     */
    TableFill(
            SyncDefinition sync,
            String module,
            ModuleMirror mirror,
            ModuleRecords records,
            BooleanSupplier follows,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.sync = sync;
        this.module = module;
        this.mirror = mirror;
        this.records = records;
        this.follows = follows;
        this.clock = clock;
        this.stopping = stopping;
    }

    /**
     * @param write writes records by their ids, and says how many were there
     * @param verification compares the table with all records, and puts right what differs
     */
    void look(ToIntFunction<List<String>> write, Supplier<VerifiedModule> verification) {
        turn.take(
                clock,
                () -> {
                    mirror.table();
                    Optional<SyncTable.State> state = mirror.syncs().find().filter(SyncTable.State::filling);
                    if (state.isPresent() && follows.getAsBoolean()) {
                        fill(state.get(), write, verification);
                    }
                },
                hindrance -> LOG.warn(
                        "{}: The table of {} is not complete: {} It is tried again.", sync.name(), module, hindrance));
    }

    /** What a person should know of it now. */
    Optional<String> note() {
        String sentence = turn.hindrance();
        return sentence.isEmpty()
                ? Optional.empty()
                : Optional.of("the table of " + module + " is not complete: " + sentence);
    }

    private void fill(SyncTable.State state, ToIntFunction<List<String>> write, Supplier<VerifiedModule> verification) {
        Optional<String> position = state.fillPosition();
        if (position.isEmpty()) {
            mirror.syncs().beginFill();
        }
        boolean newest = ((Target.Table) sync.to()).order() == Order.NEWEST;
        Comparator<RecordId> order = newest ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<String> ids = records.ids();
        if (newest) {
            Collections.reverse(ids);
        }
        Optional<RecordId> done = position.map(RecordId::parse);
        List<String> left = ids.stream()
                .filter(id -> done.filter(last -> order.compare(RecordId.parse(id), last) <= 0)
                        .isEmpty())
                .toList();
        LOG.info("{}: {} records of {} are read to fill its table.", sync.name(), left.size(), module);
        long written = 0;
        for (int from = 0; from < left.size(); from += ModuleRecords.TOGETHER) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("The sync was stopped; the next start goes on here.");
            }
            List<String> portion = left.subList(from, Math.min(from + ModuleRecords.TOGETHER, left.size()));
            written += write.applyAsInt(portion);
            String last = portion.get(portion.size() - 1);
            if (!mirror.syncs().filled(position, last)) {
                beginsAgain();
                return;
            }
            position = Optional.of(last);
        }
        if (newest) {
            verify(verification);
        }
        if (!mirror.syncs().isFilled(position)) {
            beginsAgain();
            return;
        }
        LOG.info("{}: The table of {} is filled with {} records.", sync.name(), module, written);
    }

    /** What came and went while the table was filled backwards is known by no feed. */
    private void verify(Supplier<VerifiedModule> verification) {
        VerifiedModule verified = verification.get();
        LOG.info("{}: {}", sync.name(), verified);
        if (stopping.getAsBoolean()) {
            throw new CancellationException("The sync was stopped; the next start compares the table again.");
        }
        if (!verified.isSound()) {
            throw new IllegalStateException(verified.failure()
                    .orElseGet(() -> "of the rows that differ from the CRM "
                            + (verified.differences().size() - verified.repaired()) + " could not be put right."));
        }
    }

    private void beginsAgain() {
        LOG.info("{}: The table of {} was altered while it was filled, which begins again.", sync.name(), module);
    }
}
