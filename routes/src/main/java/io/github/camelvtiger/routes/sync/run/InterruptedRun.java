package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.JournalledWrite.State;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What an interrupted run left behind its position: rows that it had written, and rows of which is not known whether their
 * write arrived. Those are written again, which finds the record as it should be if it did.
 */
final class InterruptedRun {

    private final Map<Object, JournalledWrite> written = new HashMap<>();
    private final Map<Object, JournalledWrite> doubtful = new ConcurrentHashMap<>();
    private final Function<Row, Object> key;
    private final Function<JournalledWrite, Object> keyOfWrite;

    private InterruptedRun(
            List<JournalledWrite> writes, Function<Row, Object> key, Function<JournalledWrite, Object> keyOfWrite) {
        this.key = key;
        this.keyOfWrite = keyOfWrite;
        for (JournalledWrite write : writes) {
            if (write.state() == State.WRITTEN || write.state() == State.FORGOTTEN) {
                written.put(keyOfWrite.apply(write), write);
                doubtful.remove(keyOfWrite.apply(write));
            } else if (write.state() != State.REFUSED) {
                doubtful.put(keyOfWrite.apply(write), write);
            }
        }
    }

    /** Of a source that has each row at the same number when it is read again. */
    static InterruptedRun ofRows(Journal journal, Run run) {
        return new InterruptedRun(journal.behind(run.id(), run.position()), Row::number, JournalledWrite::row);
    }

    /** Of the last runs of a feed: a record comes again at another number, and maybe in another state. */
    static InterruptedRun ofRecords(Journal journal, Collection<Run> runs) {
        return new InterruptedRun(
                runs.stream()
                        .flatMap(run -> journal.behind(run.id(), run.position()).stream())
                        .toList(),
                Row::place,
                JournalledWrite::place);
    }

    /** Of earlier deliveries of a message. */
    static InterruptedRun ofPlaces(List<JournalledWrite> writes) {
        return new InterruptedRun(writes, Row::place, JournalledWrite::place);
    }

    /** The write that was done for a row. */
    Optional<JournalledWrite> written(Row row) {
        return Optional.ofNullable(written.get(key.apply(row)));
    }

    /** The writes of which is not known whether they arrived. */
    List<JournalledWrite> doubtful() {
        return List.copyOf(doubtful.values());
    }

    /** A row was written in doubt, and its record has been found, which the write names. */
    void found(JournalledWrite write) {
        doubtful.remove(keyOfWrite.apply(write));
        written.put(keyOfWrite.apply(write), write);
    }

    /**
     * Whether a write in doubt has arrived, seen by what is to be written now: the record is as it would have made it.
     *
     * @return what became of it then
     */
    Optional<Settled> arrived(Row row, PlannedWrite now) {
        JournalledWrite write = doubtful.get(key.apply(row));
        boolean arrived = write != null
                && now.id().isPresent()
                && write.sent().entrySet().stream().allMatch(field -> text(field.getValue())
                        .equals(text(now.stored().get(field.getKey()))));
        if (!arrived) {
            return Optional.empty();
        }
        doubtful.remove(key.apply(row));
        return Optional.of(Settled.written(
                write.id(), now.id().get().toString(), JournalNotes.kept(now.stored(), write.sent(), Map.of())));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** What became of the write in doubt, now that the row was written again. */
    List<Settled> settled(Row row, BatchItem item) {
        JournalledWrite write = doubtful.get(key.apply(row));
        if (write == null || item.hasFailed()) {
            return List.of();
        }
        return List.of(
                item.outcome() == BatchItem.Outcome.UNCHANGED
                        ? Settled.written(
                                write.id(),
                                item.id(),
                                item.record() == null
                                        ? Map.of()
                                        : JournalNotes.kept(item.record(), write.sent(), write.stored()))
                        : Settled.refused(
                                write.id(), "It did not arrive before the process ended, and was sent again."));
    }
}
