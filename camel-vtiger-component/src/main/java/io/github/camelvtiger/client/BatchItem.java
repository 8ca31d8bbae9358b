package io.github.camelvtiger.client;

import java.util.List;
import java.util.Map;

/**
 * What became of one record, alone or in a batch.
 *
 * @param index its place in the batch, from 0
 * @param id the record's id; null for a failed create
 * @param record the server's answer; null where it failed or was deleted
 * @param error why it failed; null where it did not
 * @param altered the fields that the CRM keeps with other values than were sent
 */
public record BatchItem(
        int index,
        String id,
        Outcome outcome,
        Map<String, Object> record,
        VtigerException error,
        List<String> altered) {

    public BatchItem(int index, String id, Outcome outcome, Map<String, Object> record, VtigerException error) {
        this(index, id, outcome, record, error, List.of());
    }

    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED,
        FAILED
    }
}
