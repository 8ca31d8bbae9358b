package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Records that are read while they are consumed. */
public final class RecordStreams {

    private final Queries queries;
    private final Function<String, CompletableFuture<ModuleDescription>> describe;
    private final LineItemReader lineItems;

    RecordStreams(
            Queries queries,
            Function<String, CompletableFuture<ModuleDescription>> describe,
            LineItemReader lineItems) {
        this.queries = queries;
        this.describe = describe;
        this.lineItems = lineItems;
    }

    /**
     * The records of a module by keyset, ascending by id; with more parallelism than 1 in no order.
     *
     * @throws QuerySyntaxException when VTQL can't express the condition
     */
    public RecordStream export(Export what) {
        Condition condition = Condition.parse(what.where());
        RowPages pages = new DeferredPages(RecordColumns.of(what.module(), what.columns(), describe)
                .thenApply(columns -> new VtqlStatement(
                        columns, false, what.module(), condition, List.of("id"), false, 0, QueryPages.PAGE))
                .thenCompose(query -> what.parallelism() == 1
                        ? CompletableFuture.completedFuture(new IdPages(queries.proven()::next, query))
                        : new ModuleParts(queries.proven()::next, query).pages(what.parallelism())));
        return stream(pages, what.module(), what.lineItems());
    }

    /**
     * The rows of a query as they are read, where its order allows it; a descending order of a field that cannot be compared is read
     * whole before its first row.
     *
     * @throws QuerySyntaxException when it is not a query that VTQL can express
     */
    public RecordStream query(String vtql, boolean withItems) {
        VtqlStatement query = VtqlStatement.parse(vtql);
        return stream(queries.pages(vtql), query.module(), withItems && !query.counts());
    }

    private RecordStream stream(RowPages pages, String module, boolean withItems) {
        boolean items = withItems && LineItems.MODULES.contains(module);
        return new PagedStream(items ? () -> pages.next().thenCompose(lineItems::addTo) : pages, module);
    }
}
