package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The entries of a plan while it is applied: read in the order of the rows, and forgotten when a portion is done. */
final class PlannedRows {

    /** Rows are read ahead of the portion that is being written; more than both hold. */
    private static final long KEPT = 10L * RowChunks.ROWS + RowChunks.MOST_WITHOUT_WRITE;

    private final PlanFile.Reader plan;
    private final ConcurrentSkipListMap<Long, PlanEntry> entries = new ConcurrentSkipListMap<>();

    PlannedRows(PlanFile.Reader plan) {
        this.plan = plan;
    }

    /** Reads the entries up to that of a row, and forgets those of portions before. */
    void advance(long row) {
        entries.headMap(row - KEPT).clear();
        while (plan.hasNext() && (entries.isEmpty() || entries.lastKey() < row)) {
            PlanEntry entry = plan.next();
            entries.put(entry.row(), entry);
        }
    }

    /** Whether the plan rejects the row. */
    Optional<RowTarget.Refusal> rejection(long row) {
        return Optional.ofNullable(entries.get(row))
                .filter(entry -> entry.action() == PlanEntry.Action.REJECT)
                .map(entry -> new RowTarget.Refusal(
                        entry.reason(), entry.cause() == null ? Reject.Cause.REFUSED : entry.cause()));
    }

    /** Why a write is not what the plan holds, as the rest of a sentence; empty if it is. */
    Optional<String> difference(Chunk.Target target, PlannedWrite write) {
        PlanEntry entry = entries.get(target.row().number());
        if (entry == null) {
            return Optional.of("the plan leaves the record as it is, and it has changed since in "
                    + String.join(", ", write.fields().keySet()) + "; make another plan.");
        }
        if (entry.action() == PlanEntry.Action.CREATE && write.kind() != PlannedWrite.Kind.CREATE) {
            return Optional.of("the plan creates a record, and by now there is one, "
                    + write.id().map(RecordId::toString).orElse("") + "; make another plan.");
        }
        if (entry.id() != null && !write.id().map(RecordId::toString).equals(Optional.of(entry.id()))) {
            return Optional.of("the plan changes the record " + entry.id() + ", and by now the row means "
                    + write.id().map(RecordId::toString).orElse("a record that does not exist")
                    + "; make another plan.");
        }
        return entry.id() == null ? Optional.empty() : moved(entry, target, write);
    }

    private static Optional<String> moved(PlanEntry entry, Chunk.Target target, PlannedWrite write) {
        Map<String, PlanEntry.Change> now = PlanPass.changes(write);
        List<String> moved = new ArrayList<>();
        now.forEach((field, change) -> {
            PlanEntry.Change planned = entry.changes().get(field);
            boolean created = planned != null
                    && target.created().containsKey(field)
                    && PlanPass.text(target.created().get(field)).equals(planned.to());
            if (planned == null
                    || !sameText(planned.from(), change.from())
                    || !created && !sameText(planned.to(), change.to())) {
                moved.add(field);
            }
        });
        entry.changes().keySet().stream()
                .filter(field -> !now.containsKey(field))
                .forEach(moved::add);
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of("the record has changed since the plan was made, in " + String.join(", ", moved)
                        + "; make another plan.");
    }

    /** A plan went through JSON, which knows fewer types. */
    private static boolean sameText(Object planned, Object now) {
        return Objects.equals(text(planned), text(now));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    void close() {
        try {
            plan.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
