package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Links;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of records that were deleted in the CRM that is read. What they have become is known by their links; a record that several
 * of the source have become stays until the last of them is gone.
 */
final class DeletedInSource implements DeletedRows {

    /** The column of such a row, and its value. */
    static final String EVENT = "_event";

    static final String DELETED = "deleted";

    private final String sync;
    private final Links links;

    DeletedInSource(String sync, Links links) {
        this.sync = sync;
        this.links = links;
    }

    static boolean isOne(Row row) {
        return DELETED.equals(row.cells().get(EVENT));
    }

    @Override
    public Optional<RowTarget> of(Row row) {
        if (!isOne(row)) {
            return Optional.empty();
        }
        Optional<Links.Linked> linked = links.find(sync, row.place());
        if (linked.isEmpty()) {
            return Optional.of(RowTarget.Nothing.SKIPPED);
        }
        if (links.number(sync, linked.get()) > 1) {
            links.remove(sync, row.place());
            return Optional.of(RowTarget.Nothing.SKIPPED);
        }
        return Optional.of(new RowTarget.Write(
                linked.get().module(),
                RowTarget.DELETE,
                Map.of("id", linked.get().id())));
    }
}
