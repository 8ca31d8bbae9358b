package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The pages of a query in the order of the ids, each behind the last id of the one before: nothing is skipped or repeated. */
final class IdPages implements RowPages {

    private final Function<VtqlStatement, CompletableFuture<FoundPage>> source;
    private final VtqlStatement query;
    private final PageOrder order;
    private String last;
    private boolean ended;

    /**
     * @param source whose pages are empty at the end only
     * @param query whose order is that of the ids, or none; its LIMIT is not looked at
     */
    IdPages(Function<VtqlStatement, CompletableFuture<FoundPage>> source, VtqlStatement query) {
        this.source = source;
        this.query = query.orderedBy(List.of("id"), query.descending()).page(0, QueryPages.PAGE);
        this.order = new PageOrder(query.module(), query.descending());
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> next() {
        if (ended) {
            return RowPages.end();
        }
        Condition behind = last == null
                ? Condition.NONE
                : Condition.all("id " + (query.descending() ? "< " : "> ") + VtqlLiteral.of(last));
        return source.apply(query.and(behind)).thenApply(found -> {
            Page page = order.require(found.page(), last);
            ended = found.whole() || page.rows().isEmpty();
            if (!page.rows().isEmpty()) {
                last = RowPages.id(page.rows().get(page.rows().size() - 1));
            }
            return page.rows();
        });
    }
}
