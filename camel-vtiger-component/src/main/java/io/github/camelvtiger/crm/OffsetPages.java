package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The pages of a query in an ascending order of its own, which the id makes unique. They go by offset, because a value that is
 * empty cannot be compared in VTQL: what is changed while they are read may be left out, but no record comes twice.
 */
final class OffsetPages implements RowPages {

    private final Function<VtqlStatement, CompletableFuture<FoundPage>> source;
    private final VtqlStatement query;
    private final Set<String> seen = new HashSet<>();
    private int offset;
    private boolean ended;

    /**
     * @param source whose pages are empty at the end only
     * @param query whose LIMIT is not looked at
     */
    OffsetPages(Function<VtqlStatement, CompletableFuture<FoundPage>> source, VtqlStatement query) {
        this.source = source;
        List<String> order = new ArrayList<>(query.order());
        if (!order.contains("id")) {
            order.add("id");
        }
        this.query = query.orderedBy(order, query.descending());
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> next() {
        if (ended) {
            return RowPages.end();
        }
        return source.apply(query.page(offset, QueryPages.PAGE)).thenCompose(found -> {
            List<Map<String, Object>> rows = found.page().rows();
            ended = found.whole() || rows.isEmpty();
            offset = Math.toIntExact(offset + found.skipped() + QueryPages.PAGE);
            List<Map<String, Object>> fresh =
                    rows.stream().filter(row -> seen.add(RowPages.id(row))).toList();
            if (fresh.isEmpty() && rows.size() >= QueryPages.PAGE) {
                throw new ServerFailureException(
                        "The query of " + query.module() + " does not advance: the server answered the same page twice;"
                                + " the reading ends here, and is not complete.",
                        FailureContext.of("query", query.module(), null));
            }
            return fresh.isEmpty() ? next() : CompletableFuture.completedFuture(fresh);
        });
    }
}
