package io.github.camelvtiger.upsert;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Reads what a lookup of keys cannot show and some rows want to be compared. */
interface LookupDetails {

    /** For modules whose lookups show everything. */
    LookupDetails NONE = (found, rows) -> CompletableFuture.completedFuture(null);

    /** @param rows none of which has failed */
    CompletableFuture<Void> addTo(Found found, Collection<UpsertRow> rows);
}
