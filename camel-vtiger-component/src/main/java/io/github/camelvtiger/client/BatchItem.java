package io.github.camelvtiger.client;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What became of one record, alone or in a batch.
 *
 * @param index its place in the batch, from 0
 * @param id the record's id; null for a failed create
 * @param record the server's answer; null if the record failed or was deleted, or lies beyond {@code keepRecords}
 * @param error why it failed; null where it did not
 * @param altered the fields that the CRM keeps with other values than were sent
 */
public record BatchItem(
        int index, String id, Outcome outcome, Map<String, Object> record, VtigerException error, List<String> altered)
        implements Serializable {

    public BatchItem(int index, String id, Outcome outcome, Map<String, Object> record, VtigerException error) {
        this(index, id, outcome, record, error, List.of());
    }

    public boolean hasFailed() {
        return outcome == Outcome.FAILED;
    }

    /** The same at another place of a batch. */
    public BatchItem at(int place) {
        return new BatchItem(place, id, outcome, record, error, altered);
    }

    /** The same without the server's answer. */
    public BatchItem withoutRecord() {
        return withRecord(null);
    }

    /** The same with the server's answer in another form; null for none. */
    public BatchItem withRecord(Map<String, Object> answer) {
        return new BatchItem(index, id, outcome, answer, error, altered);
    }

    /** What was done with the record. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED,
        FAILED
    }
}
