package io.github.camelvtiger.crm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What LIMIT leaves of the rows; no page is asked for beyond it. */
final class LimitedPages implements RowPages {

    private final RowPages pages;
    private long skip;
    private long left;

    /** @param limit how many rows at most; negative for all */
    LimitedPages(RowPages pages, int skip, int limit) {
        this.pages = pages;
        this.skip = skip;
        this.left = limit < 0 ? Long.MAX_VALUE : limit;
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> next() {
        if (left == 0) {
            return RowPages.end();
        }
        return pages.next().thenCompose(rows -> {
            List<Map<String, Object>> wanted =
                    rows.stream().skip(skip).limit(left).toList();
            skip -= Math.min(skip, rows.size());
            left -= wanted.size();
            return wanted.isEmpty() && !rows.isEmpty() ? next() : CompletableFuture.completedFuture(wanted);
        });
    }
}
