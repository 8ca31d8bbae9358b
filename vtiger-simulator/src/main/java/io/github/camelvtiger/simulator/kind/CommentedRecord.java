package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.RestrictedFile;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Objects;
import java.util.Optional;

/**
 * The record that a comment is on: it is read whenever a comment has been saved, and its time is moved by a new one
 * ({@code change-feed.md §7}). By then the comment is stored, whatever becomes of the call.
 */
final class CommentedRecord {

    private static final String COMMENTED = "related_to";

    private CommentedRecord() {}

    /**
     * @throws WebserviceException if the record is deleted
     * @throws RestrictedFile if there never was one of the number
     */
    static void saved(SavedRecord saved) {
        StoredRow comment = saved.row();
        String number = comment.referredNumber(comment.module().fieldIndex(COMMENTED));
        if (number.equals("0")) {
            return;
        }
        StoredRow commented = find(Long.parseLong(number), saved.store())
                .orElseThrow(() -> new RestrictedFile("the comment is on record " + number + ", which does not exist"));
        if (commented.deleted()) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request");
        }
        if (saved.isNew()) {
            saved.writer().touch(commented, saved.user());
        }
    }

    private static Optional<StoredRow> find(long number, CrmStore store) {
        return store.entityTables().stream()
                .map(ModuleTable::rows)
                .map(rows -> rows.get(number))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
