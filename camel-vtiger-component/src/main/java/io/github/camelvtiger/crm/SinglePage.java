package io.github.camelvtiger.crm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Rows that are there already. */
final class SinglePage implements RowPages {

    private List<Map<String, Object>> rows;

    SinglePage(List<Map<String, Object>> rows) {
        this.rows = rows;
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> next() {
        List<Map<String, Object>> page = rows;
        rows = List.of();
        return CompletableFuture.completedFuture(page);
    }
}
