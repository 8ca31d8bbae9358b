package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Knows the states of records that this application's own producers made, which their target has already. A write is taken
 * into what is known of the record, field by field; so a state that then differs in nothing is the producers' alone, and
 * one in which another client changed another field, or one of theirs since, differs.
 */
final class OwnChanges {

    private final FeedMemory memory;
    private final Supplier<List<ProducerWrite>> written;
    private final Supplier<Instant> now;
    private final boolean narrowed;
    private final ChangedFields changedFields;

    /**
     * @param written what was written since the last call
     * @param now on the clock of the CRM
     * @param narrowed whether the feed sees some of the records only
     */
    OwnChanges(FeedMemory memory, Supplier<List<ProducerWrite>> written, Supplier<Instant> now, boolean narrowed) {
        this.memory = memory;
        this.written = written;
        this.now = now;
        this.narrowed = narrowed;
        this.changedFields = new ChangedFields(memory.known());
    }

    /** To be called when all that was handed out before is done with. */
    void takeIn() {
        List<ProducerWrite> writes = written.get();
        if (!writes.isEmpty()) {
            Map<Long, KnownRecord> before = memory.known()
                    .entries(writes.stream().map(write -> write.id().number()).collect(Collectors.toSet()));
            writes.forEach(write -> takeIn(write, before));
        }
    }

    /** @param latest what is known of the records that were written, kept up to date */
    private void takeIn(ProducerWrite write, Map<Long, KnownRecord> latest) {
        long number = write.id().number();
        KnownRecordIndex known = memory.known();
        if (write.kind() == ProducerWrite.Kind.DELETED) {
            if (known.ids().contains(number)) {
                known.forget(number);
                memory.note(List.of(Delivery.deleted(write.id(), now.get())));
            }
            latest.remove(number);
        } else if (!isOvertaken(write) && !memory.state().isParked(number)) {
            Optional<KnownRecord> learned = write.kind() == ProducerWrite.Kind.CHANGED
                    ? known.learnOwnChange(number, latest.get(number), write.fields())
                    : narrowed ? Optional.empty() : known.learnOwnRecord(number, write.fields());
            learned.ifPresent(record -> latest.put(number, record));
        }
    }

    /** What was delivered since, or handed out and not finished, may be the write half done, so the whole must follow. */
    private boolean isOvertaken(ProducerWrite write) {
        if (memory.isUnfinished(write.id().number())) {
            return true;
        }
        Delivery last = memory.state().lastDelivery(write.id().number());
        return last != null && !last.modifiedTime().isBefore(write.modifiedTime());
    }

    /** @param before what is known of each record of a page, see {@link ChangedFields#before} */
    boolean isOwn(RecordState row, Map<Long, KnownRecord> before) {
        KnownRecord known = before.get(row.id().number());
        return known != null && known.isOwn() && List.of().equals(changedFields.of(row, known));
    }
}
