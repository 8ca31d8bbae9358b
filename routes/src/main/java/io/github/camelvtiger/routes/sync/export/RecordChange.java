package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.VtigerConstants;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What a feed delivers of a record.
 *
 * @param event {@code created}, {@code updated} or {@code deleted}
 * @param modified when the CRM says that it was changed; null if it does not say
 * @param deletedAfter of a deleted one, when the CRM was last seen to have it; null if that is not known
 * @param record its fields; of a deleted one its id
 * @param isLast whether the batch of the feed has no further record
 */
public record RecordChange(
        String event, String id, Instant modified, Instant deletedAfter, Map<String, Object> record, boolean isLast) {

    /** A change that no feed delivers. */
    public RecordChange(String event, String id, Instant modified, Map<String, Object> record, boolean isLast) {
        this(event, id, modified, null, record, isLast);
    }

    /** What a message of a feed says. */
    static RecordChange of(Message message) {
        @SuppressWarnings("unchecked") // what the component documents
        Map<String, Object> record = message.getBody(Map.class);
        return new RecordChange(
                message.getHeader(VtigerConstants.EVENT, String.class),
                message.getHeader(VtigerConstants.RECORD_ID, String.class),
                message.getHeader(VtigerConstants.MODIFIED_TIME, Instant.class),
                message.getHeader(VtigerConstants.DELETED_AFTER, Instant.class),
                record,
                Boolean.TRUE.equals(message.getExchange().getProperty(Exchange.BATCH_COMPLETE)));
    }

    public boolean isDeleted() {
        return "deleted".equals(event);
    }

    /** The same with other fields. */
    public RecordChange with(Map<String, Object> other) {
        return new RecordChange(event, id, modified, deletedAfter, other, isLast);
    }
}
