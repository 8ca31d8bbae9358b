package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that a feed knows: their ids in memory, what else is known of them in a {@link KnownStorage}. It is written
 * before the cursor, so a crash may lose only what the cursor's last deliveries still say. Where it was lost it is empty,
 * and all that is derived from it waits until it is complete again.
 */
final class KnownRecordIndex {

    private static final Logger LOG = LoggerFactory.getLogger(KnownRecordIndex.class);
    private static final int UNWRITTEN_AT_MOST = 2_000;

    private final Supplier<KnownStorage> cursorsStorage;
    private final KnownLevel level;
    private final KnownProperties properties;
    private final KnownIds ids = new KnownIds();
    /** Not written yet; null for a record to be forgotten. */
    private final Map<Long, KnownRecord> unwritten = new HashMap<>();

    private KnownStorage storage;

    /**
     * @param storage asked for once it is needed
     * @param narrowing the condition that the known records fulfil
     */
    KnownRecordIndex(Supplier<KnownStorage> storage, KnownLevel level, String narrowing) {
        this.cursorsStorage = storage;
        this.level = level;
        this.properties = new KnownProperties(level, narrowing == null ? "" : narrowing);
    }

    KnownLevel level() {
        return level;
    }

    KnownProperties properties() {
        return properties;
    }

    /**
     * Reads what is stored and brings it to where the cursor is.
     *
     * @param begins whether the cursor begins now, so that what is stored belongs to an earlier one
     */
    void open(CursorState state, boolean begins) {
        if (level == KnownLevel.NOTHING || storage != null) {
            return;
        }
        KnownStorage opened = cursorsStorage.get();
        Optional<String> doubt = Optional.empty();
        try {
            opened.numbers(ids::add);
            properties.read(opened.properties());
            doubt = begins ? Optional.empty() : properties.doubt(ids.size(), state.oldest());
        } catch (KnownLostException e) {
            doubt = Optional.of(e.getMessage());
        }
        storage = opened;
        if (begins) {
            clear();
            properties.beginWith(state);
        } else {
            doubt.ifPresent(this::lose);
            properties.adjust();
            catchUp(state.openDeliveries());
        }
    }

    /** The cursor remembers deliveries that a crash kept from being written here. */
    private void catchUp(Collection<Delivery> deliveries) {
        Map<Long, KnownRecord> known = entries(
                deliveries.stream().map(delivery -> delivery.id().number()).toList());
        for (Delivery delivery : deliveries) {
            long number = delivery.id().number();
            if (delivery.isDeletion()) {
                forget(number);
            } else if (!level.holds(KnownLevel.HASHES)) {
                learnId(number);
            } else {
                put(number, known.getOrDefault(number, KnownRecord.ID_ONLY).withHash(delivery.hash()));
            }
        }
    }

    KnownIds ids() {
        return ids;
    }

    /** What is known of some records, without those that are not known. */
    Map<Long, KnownRecord> entries(Collection<Long> numbers) {
        Map<Long, KnownRecord> entries = new HashMap<>();
        try {
            storage.read(numbers).forEach((number, bytes) -> entries.put(number, KnownRecord.of(bytes)));
        } catch (KnownLostException e) {
            entries.clear();
            lose(e.getMessage());
        }
        for (long number : numbers) {
            if (unwritten.containsKey(number)) {
                KnownRecord record = unwritten.get(number);
                if (record == null) {
                    entries.remove(number);
                } else {
                    entries.put(number, record);
                }
            }
        }
        return entries;
    }

    /** This state of the record was delivered, or is to be taken for delivered. */
    void learn(RecordState state) {
        long number = state.id().number();
        if (level == KnownLevel.NOTHING) {
            return;
        }
        if (!level.holds(KnownLevel.HASHES)) {
            learnId(number);
            return;
        }
        List<String> names = FieldHashes.names(state.fields());
        boolean each = level.holds(KnownLevel.FIELDS);
        int fieldSet = FieldHashes.numberOf(names);
        if (each) {
            properties.keepFieldSet(fieldSet, names);
        }
        put(
                number,
                new KnownRecord(
                        fieldSet,
                        StateHash.of(state.fields()),
                        each ? FieldHashes.of(names, state.fields()) : new long[0]));
    }

    /**
     * An own write changed some fields of a record; where its fields are not known, it stays as it is.
     *
     * @param before what is known of it; null for nothing
     */
    Optional<KnownRecord> learnOwnChange(long number, KnownRecord before, Map<String, Long> hashes) {
        List<String> names = before == null ? List.of() : properties.fieldSet(before.fieldSet());
        if (names.isEmpty() || names.size() != before.fields().length) {
            return Optional.empty();
        }
        long[] fields = before.fields().clone();
        for (int field = 0; field < fields.length; field++) {
            fields[field] = hashes.getOrDefault(names.get(field), fields[field]);
        }
        KnownRecord record = KnownRecord.own(before.fieldSet(), fields);
        put(number, record);
        return Optional.of(record);
    }

    /** An own write made a record; where it does not say all the fields that the feed reads, nothing is learned. */
    Optional<KnownRecord> learnOwnRecord(long number, Map<String, Long> hashes) {
        List<String> names = properties.lastFieldSet();
        if (names.isEmpty() || !hashes.keySet().containsAll(names)) {
            return Optional.empty();
        }
        KnownRecord record = KnownRecord.own(
                FieldHashes.numberOf(names),
                names.stream().mapToLong(hashes::get).toArray());
        put(number, record);
        return Optional.of(record);
    }

    /** The record is there, and nothing else is known of it. */
    void learnId(long number) {
        if (!ids.contains(number)) {
            put(number, KnownRecord.ID_ONLY);
        }
    }

    void forget(long number) {
        if (ids.contains(number)) {
            ids.remove(number);
            unwritten.put(number, null);
        }
    }

    private void put(long number, KnownRecord record) {
        ids.add(number);
        unwritten.put(number, record);
    }

    /** @param state what the cursor stores next */
    void write(CursorState state) {
        if (storage == null) {
            return;
        }
        properties.standAt(ids.size(), state.oldest());
        Map<Long, byte[]> records = new HashMap<>();
        unwritten.forEach((number, record) -> records.put(number, record == null ? null : record.toBytes()));
        storage.write(new KnownUpdate(records, properties.unwritten()));
        unwritten.clear();
        properties.written();
    }

    /** Keeps memory small where much is learned without a delivery. */
    void writeIfMuch(CursorState state) {
        if (unwritten.size() >= UNWRITTEN_AT_MOST) {
            write(state);
        }
    }

    private void lose(String reason) {
        LOG.warn(
                "What the feed knows of the records is being learned again; what is deleted or silently changed until then is not delivered. {}",
                reason);
        clear();
    }

    private void clear() {
        ids.clear();
        unwritten.clear();
        properties.clear();
        storage.clear();
    }
}
