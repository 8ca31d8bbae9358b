package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Objects;
import java.util.Optional;

/**
 * The record that a comment is on: it is read whenever a comment has been saved, and its time is moved by a new one
 * ({@code change-feed.md §7}). By then the comment is stored, whatever becomes of the call.
 */
final class CommentedRecord {

    private static final String COMMENTED = "related_to";

    private final CrmStore store;
    private final RecordWriter writer;

    CommentedRecord(CrmStore store, RecordWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /**
     * @param isNew whether the comment has just been created
     * @throws WebserviceException where the record is deleted
     * @throws RestrictedFile where there never was one of the number
     */
    void saved(StoredRow comment, boolean isNew, CrmUser user) {
        if (!comment.module().name().equals("ModComments")) {
            return;
        }
        String number = comment.referredNumber(comment.module().fieldIndex(COMMENTED));
        if (number.equals("0")) {
            return;
        }
        StoredRow commented = find(Long.parseLong(number))
                .orElseThrow(() -> new RestrictedFile("the comment is on record " + number + ", which does not exist"));
        if (commented.deleted()) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request");
        }
        if (isNew) {
            writer.touch(commented, user);
        }
    }

    private Optional<StoredRow> find(long number) {
        return store.entityTables().stream()
                .map(ModuleTable::rows)
                .map(rows -> rows.get(number))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
