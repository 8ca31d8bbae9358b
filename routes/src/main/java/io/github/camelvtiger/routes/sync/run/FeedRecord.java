package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/**
 * What a feed, or a message, delivers of a record.
 *
 * @param source module and id in the CRM that is read, such as {@code Contacts 12x34}, or the place in a message
 * @param module of the target
 * @param modified when the CRM says that it was changed; null for a deleted record
 * @param fields those of the record; of a deleted one its id
 * @param fault why it cannot be one, in one sentence
 */
record FeedRecord(
        String source,
        String module,
        boolean isDeleted,
        Instant modified,
        Map<String, Object> fields,
        Optional<String> fault) {

    FeedRecord(String source, String module, boolean isDeleted, Instant modified, Map<String, Object> fields) {
        this(source, module, isDeleted, modified, fields, Optional.empty());
    }

    /** As rows of a run, each with the reject that waits of the same record. */
    static List<Row> rows(RunTools tools, List<FeedRecord> records, long first) {
        Map<String, Long> rejects = tools.store()
                .rejects()
                .openAt(
                        tools.sync().name(),
                        records.stream().map(FeedRecord::source).toList());
        List<Row> rows = new ArrayList<>();
        for (FeedRecord record : records) {
            rows.add(record.row(first + rows.size(), rejects.get(record.source())));
        }
        return rows;
    }

    /**
     * What a message of a feed says.
     *
     * @param target the module to which the record goes
     */
    static FeedRecord of(String module, String target, Message message) {
        @SuppressWarnings("unchecked") // what the component documents
        Map<String, Object> fields = message.getBody(Map.class);
        return new FeedRecord(
                module + " " + message.getHeader(VtigerConstants.RECORD_ID, String.class),
                target,
                "deleted".equals(message.getHeader(VtigerConstants.EVENT)),
                message.getHeader(VtigerConstants.MODIFIED_TIME, Instant.class),
                fields);
    }

    /**
     * @param number of the row in its run
     * @param reject of the same record, whose later state this is; null for none
     */
    Row row(long number, Long reject) {
        Map<String, Object> cells = new LinkedHashMap<>(fields);
        if (isDeleted) {
            cells.put(DeletedInSource.EVENT, DeletedInSource.DELETED);
        }
        return new Row(
                number,
                source,
                cells,
                Optional.of(module),
                Optional.ofNullable(reject).map(String::valueOf),
                fault);
    }
}
