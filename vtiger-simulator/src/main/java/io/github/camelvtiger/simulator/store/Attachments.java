package io.github.camelvtiger.simulator.store;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** All files that hang on records, by the record's number. They stay where they are when their record is deleted. */
public final class Attachments {

    private final Map<Long, NavigableMap<Long, Attachment>> byRecord = new ConcurrentHashMap<>();
    private final Map<Long, Long> records = new ConcurrentHashMap<>();

    /** Ascending by number. */
    public List<Attachment> of(long record) {
        NavigableMap<Long, Attachment> attached = byRecord.get(record);
        return attached == null ? List.of() : List.copyOf(attached.values());
    }

    /** As records answer them: {@code "12x20,12x21"}; {@code ""} for none. */
    public String idsOf(StoredRow row) {
        return of(row.number()).stream()
                .map(attachment -> row.module().idPrefix() + "x" + attachment.number())
                .collect(Collectors.joining(","));
    }

    /** The number of the record the attachment hangs on. */
    public Optional<Long> record(long attachment) {
        return Optional.ofNullable(records.get(attachment));
    }

    public void add(long record, Attachment attachment) {
        byRecord.computeIfAbsent(record, key -> new ConcurrentSkipListMap<>()).put(attachment.number(), attachment);
        records.put(attachment.number(), record);
    }

    public void removeAllOf(long record) {
        NavigableMap<Long, Attachment> gone = byRecord.remove(record);
        if (gone != null) {
            records.keySet().removeAll(gone.keySet());
        }
    }
}
