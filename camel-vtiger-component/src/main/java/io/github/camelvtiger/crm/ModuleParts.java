package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Cuts what a query finds into ranges of ids, which are read at the same time. */
final class ModuleParts {

    /** Records are not spread evenly over the ids, so there are more ranges than readers. */
    private static final int RANGES_EACH = 4;

    private final Function<VtqlStatement, CompletableFuture<FoundPage>> source;
    private final VtqlStatement query;

    /** @param source whose pages are empty at the end only */
    ModuleParts(Function<VtqlStatement, CompletableFuture<FoundPage>> source, VtqlStatement query) {
        this.source = source;
        this.query = query;
    }

    /** Costs two requests: for the first and for the last id. */
    CompletableFuture<RowPages> pages(int parallelism) {
        return end(false).thenCombine(end(true), (first, last) -> {
            Deque<RowPages> parts = new ArrayDeque<>();
            if (first.isPresent() && last.isPresent()) {
                cut(first.get(), last.get(), parallelism * RANGES_EACH, parts);
            } else {
                parts.add(new IdPages(source, query));
            }
            return new ParallelPages(parts, parallelism);
        });
    }

    private CompletableFuture<Optional<RecordId>> end(boolean last) {
        return source.apply(query.withColumns(List.of("id"))
                        .orderedBy(List.of("id"), last)
                        .page(0, 1))
                .thenApply(found -> found.page().rows().stream().findFirst().map(ModuleParts::id));
    }

    private static RecordId id(Map<String, Object> row) {
        return Results.recordId(row);
    }

    /** The last range has no upper end: what is created meanwhile belongs to it, as without parts. */
    private void cut(RecordId first, RecordId last, int ranges, Deque<RowPages> parts) {
        long width = Math.max(QueryPages.PAGE, (last.number() - first.number()) / ranges + 1);
        for (long from = first.number() - 1; from < last.number(); from += width) {
            Condition above = Condition.all("id > " + literal(first, from));
            boolean open = from + width >= last.number();
            Condition range = open ? above : above.and(Condition.all("id <= " + literal(first, from + width)));
            parts.add(new IdPages(source, query.and(range)));
        }
    }

    private static String literal(RecordId any, long number) {
        return VtqlLiteral.of(new RecordId(any.prefix(), number));
    }
}
