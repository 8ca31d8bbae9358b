package io.github.camelvtiger.upsert;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.VtigerException;
import java.util.Map;

/**
 * One row of an upsert on its way.
 *
 * @param index its place in the batch
 * @param given as it came
 * @param record as it is to be written; null while it is not prepared, or where that failed
 * @param key null likewise
 * @param error why it could not be prepared; null where it could
 */
record UpsertRow(int index, Object given, Map<String, Object> record, MatchKey key, VtigerException error) {

    static UpsertRow of(int index, Object given) {
        return new UpsertRow(index, given, null, null, null);
    }

    UpsertRow prepared(Map<String, Object> prepared, MatchKey found) {
        return new UpsertRow(index, given, prepared, found, null);
    }

    UpsertRow failed(VtigerException why) {
        return new UpsertRow(index, given, null, null, why);
    }

    boolean isPrepared() {
        return record != null;
    }

    boolean hasFailed() {
        return error != null;
    }

    BatchItem failedItem(VtigerException why) {
        return new BatchItem(index, why.getRecordId(), BatchItem.Outcome.FAILED, null, why);
    }
}
