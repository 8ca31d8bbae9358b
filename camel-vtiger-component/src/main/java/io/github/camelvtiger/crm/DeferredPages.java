package io.github.camelvtiger.crm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Pages of which it takes a request to know how to read them. */
record DeferredPages(CompletableFuture<RowPages> pages) implements RowPages {

    @Override
    public CompletableFuture<List<Map<String, Object>>> next() {
        return pages.thenCompose(RowPages::next);
    }
}
