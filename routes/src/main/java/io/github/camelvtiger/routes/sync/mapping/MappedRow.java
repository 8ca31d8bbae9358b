package io.github.camelvtiger.routes.sync.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a mapping makes of a row. */
public sealed interface MappedRow {

    /**
     * A record for the target.
     *
     * @param fields names of fields to values as the component takes them; a {@link ReferenceByKey} where the id of another
     *     record is still to be looked up
     */
    record Record(Map<String, Object> fields) implements MappedRow {

        public Record {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * A row that says that its record is to be deleted.
     *
     * @param key the fields by which the record is found
     */
    record Deletion(Map<String, Object> key) implements MappedRow {

        public Deletion {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        }
    }

    /** A row that the sync file's rule skips. */
    record Skipped() implements MappedRow {}

    /** A row that cannot become a record; the reason is one sentence that names every fault. */
    record Rejected(String reason) implements MappedRow {}
}
