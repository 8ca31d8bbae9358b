package io.github.camelvtiger.crm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Rows, page by page. */
interface RowPages {

    /**
     * The next page; empty at the end, and then for ever. It may be asked for when the one before has arrived; the first failure is the
     * end as well.
     */
    CompletableFuture<List<Map<String, Object>>> next();

    static String id(Map<String, Object> row) {
        return String.valueOf(row.get("id"));
    }

    static CompletableFuture<List<Map<String, Object>>> end() {
        return CompletableFuture.completedFuture(List.of());
    }
}
