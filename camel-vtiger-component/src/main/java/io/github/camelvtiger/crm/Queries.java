package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerCall;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queries of a {@link VtigerClient}: one page, all pages, a count; each with line items or not. */
final class Queries {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final Protocol protocol;
    private final Denials denials;
    private final Descriptions metadata;
    private final Function<String, CompletableFuture<ModuleDescription>> describe;
    private final LineItemReader lineItems;
    private final BiFunction<VtqlStatement, String, ServerCall> call;
    private final Counts counts = new Counts(this::page, this::exists);
    private final QueryPages pages = new QueryPages(this::page, counts);
    private final ProvenPages proven = new ProvenPages(
            statement -> page(new SentQuery(statement, statement.text())), counts, this::isAdministrator);
    private final OversizedPages oversized =
            new OversizedPages(statement -> asked(new SentQuery(statement, statement.text())));

    /** @param describe explains a module that is denied, which the metadata does not */
    Queries(
            Protocol protocol,
            Denials denials,
            Descriptions metadata,
            Function<String, CompletableFuture<ModuleDescription>> describe,
            LineItemReader lineItems) {
        this(
                protocol,
                denials,
                metadata,
                describe,
                lineItems,
                (statement, text) -> ServerCall.get("query", statement.module(), null, Map.of("query", text)));
    }

    private Queries(
            Protocol protocol,
            Denials denials,
            Descriptions metadata,
            Function<String, CompletableFuture<ModuleDescription>> describe,
            LineItemReader lineItems,
            BiFunction<VtqlStatement, String, ServerCall> call) {
        this.call = call;
        this.protocol = protocol;
        this.denials = denials;
        this.metadata = metadata;
        this.describe = describe;
        this.lineItems = lineItems;
    }

    /** The same, sent by another operation. */
    Queries by(Function<VtqlStatement, ServerCall> operation) {
        return new Queries(
                protocol, denials, metadata, describe, lineItems, (statement, text) -> operation.apply(statement));
    }

    CompletableFuture<Page> page(String vtql) {
        return parsed(vtql).thenCompose(this::page);
    }

    private CompletableFuture<Boolean> isAdministrator() {
        return protocol.loginUser().thenApply(ConnectionUser::isAdministrator);
    }

    private CompletableFuture<Boolean> exists(RecordId id) {
        return Futures.compose(
                protocol.call(ServerCall.get("retrieve", null, id.toString(), Map.of("id", id))),
                (record, failure) -> failure == null
                                || failure instanceof RecordNotFoundException
                                || failure instanceof AccessDeniedException
                        ? CompletableFuture.completedFuture(failure == null)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Page> page(SentQuery query) {
        return asked(query).exceptionallyCompose(failure -> oversized.inParts(query.statement(), failure));
    }

    private CompletableFuture<Page> asked(SentQuery query) {
        ServerCall sent = call.apply(query.statement(), query.text());
        return denials.explained(sent, query.fields())
                .thenApply(answer -> new Page(
                        Results.array(sent, answer).stream().map(Results::map).toList(), answer.serverTime()))
                .whenComplete((page, failure) -> {
                    if (failure == null) {
                        LOG.debug("{}: a page of {} rows", sent, page.rows().size());
                    }
                });
    }

    CompletableFuture<List<Map<String, Object>>> all(String vtql) {
        return parsed(vtql)
                .thenCompose(this::orderKnown)
                .thenCompose(query -> query.statement().counts()
                        ? counted(query)
                        : recordsOnly(query.statement()).thenCompose(this::all));
    }

    /** The answer to {@code count(*)}: one row, also from a server whose own count has none. */
    private CompletableFuture<List<Map<String, Object>>> counted(SentQuery query) {
        VtqlStatement statement = query.statement();
        boolean leavesTheRowOut = statement.skip() > 0 || statement.limit() == 0;
        return page(query)
                .thenCompose(page -> CountAnswer.of(page).isPresent() || leavesTheRowOut
                        ? CompletableFuture.completedFuture(page.rows())
                        : counts.listed(statement.module(), statement.condition())
                                .thenApply(CountAnswer::row));
    }

    private CompletableFuture<List<Map<String, Object>>> all(VtqlStatement query) {
        return canDescend(query)
                .thenCompose(descends -> descends
                        ? drained(limited(new DescendingPages(proven::next, query), query), new ArrayList<>())
                        : protocol.loginUser().thenCompose(user -> pages.read(query, shortPageIsLast(query, user))));
    }

    /** What one request answers needs no pages. */
    private CompletableFuture<Boolean> canDescend(VtqlStatement query) {
        boolean pages = query.descending()
                && !query.isOrderedById()
                && query.limit() != 0
                && (query.limit() < 0 || query.limit() > QueryPages.PAGE);
        return pages
                ? describe.apply(query.module()).thenApply(module -> DescendingPages.canRead(query, module))
                : CompletableFuture.completedFuture(false);
    }

    private static CompletableFuture<List<Map<String, Object>>> drained(
            RowPages pages, List<Map<String, Object>> read) {
        return pages.next().thenCompose(rows -> {
            read.addAll(rows);
            return rows.isEmpty() ? CompletableFuture.completedFuture(read) : drained(pages, read);
        });
    }

    /**
     * The rows of a query page by page, as far as its order allows; a descending order of a field that cannot be compared is read whole
     * before its first row.
     */
    RowPages pages(String vtql) {
        return new DeferredPages(parsed(vtql)
                .thenCompose(this::orderKnown)
                .thenCompose(query -> query.statement().counts()
                        ? counted(query).thenApply(SinglePage::new)
                        : recordsOnly(query.statement()).thenCompose(this::pages)));
    }

    private CompletableFuture<RowPages> pages(VtqlStatement query) {
        boolean one = query.limit() >= 0 && query.limit() <= QueryPages.PAGE;
        if (one || query.descending() && !query.isOrderedById()) {
            return canDescend(query)
                    .thenCompose(descends -> descends
                            ? CompletableFuture.completedFuture(
                                    limited(new DescendingPages(proven::next, query), query))
                            : all(query).thenApply(SinglePage::new));
        }
        return CompletableFuture.completedFuture(limited(
                query.isOrderedById() ? new IdPages(proven::next, query) : new OffsetPages(proven::next, query),
                query));
    }

    private static RowPages limited(RowPages pages, VtqlStatement query) {
        return new LimitedPages(pages, query.skip(), query.limit());
    }

    ProvenPages proven() {
        return proven;
    }

    CompletableFuture<List<Map<String, Object>>> allWithItems(String vtql) {
        return parsed(vtql).thenCompose(query -> {
            VtqlStatement statement = query.statement();
            return !statement.counts() && LineItems.MODULES.contains(statement.module())
                    ? all(vtql).thenCompose(lineItems::addTo)
                    : all(vtql);
        });
    }

    private CompletableFuture<VtqlStatement> recordsOnly(VtqlStatement query) {
        return RecordColumns.of(query.module(), query.columns(), describe).thenApply(query::withColumns);
    }

    /** The server finds nothing, and says nothing, when it is to order by a field that does not exist. */
    private CompletableFuture<SentQuery> orderKnown(SentQuery query) {
        VtqlStatement statement = query.statement();
        return statement.isOrderedById()
                ? CompletableFuture.completedFuture(query)
                : describe.apply(statement.module())
                        .thenCompose(description -> metadata.unknownField(
                                statement.module(),
                                statement.order(),
                                FailureContext.of("query", statement.module(), null)))
                        .thenCompose(
                                unknown -> unknown.<CompletableFuture<SentQuery>>map(CompletableFuture::failedFuture)
                                        .orElseGet(() -> CompletableFuture.completedFuture(query)));
    }

    /** Rows that a user may not read are taken away after LIMIT was applied ({@code webservice.md §7}). */
    private static boolean shortPageIsLast(VtqlStatement query, Map<String, Object> user) {
        return ConnectionUser.isAdministrator(user) && RecordColumns.countsRecords(query);
    }

    CompletableFuture<Long> count(String vtql) {
        return parsed(vtql)
                .thenCompose(query -> pages.count(
                        query.statement().module(), query.statement().condition()));
    }

    private static CompletableFuture<SentQuery> parsed(String vtql) {
        try {
            VtqlStatement statement = VtqlStatement.parse(vtql);
            String text = vtql.strip();
            return CompletableFuture.completedFuture(new SentQuery(statement, text.endsWith(";") ? text : text + ";"));
        } catch (QuerySyntaxException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private record SentQuery(VtqlStatement statement, String text) {
        List<String> fields() {
            return Stream.of(statement.columns(), statement.condition().fields(), statement.order())
                    .flatMap(Collection::stream)
                    .distinct()
                    .toList();
        }
    }
}
