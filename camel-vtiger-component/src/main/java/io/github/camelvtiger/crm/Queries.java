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
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerCall;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queries of a {@link VtigerClient}: one page, all pages, a count, a module by keyset; each with line items or not. */
final class Queries {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final Protocol protocol;
    private final Denials denials;
    private final Descriptions metadata;
    private final Function<String, CompletableFuture<ModuleDescription>> describe;
    private final LineItemReader lineItems;
    private final BiFunction<VtqlStatement, String, ServerCall> call;
    private final QueryPages pages = new QueryPages(this::page, this::exists);
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
                        ? page(query).thenApply(Page::rows)
                        : protocol.loginUser().thenCompose(user -> recordsOnly(query.statement())
                                .thenCompose(statement -> pages.read(statement, shortPageIsLast(statement, user)))));
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

    RecordStream export(String module, List<String> columns, String where) {
        return export(this::page, module, columns, where);
    }

    RecordStream exportWithItems(String module, List<String> columns, String where) {
        return LineItems.MODULES.contains(module)
                ? export(
                        vtql -> page(vtql).thenCompose(page -> lineItems
                                .addTo(page.rows())
                                .thenApply(rows -> new Page(rows, page.serverTime()))),
                        module,
                        columns,
                        where)
                : export(module, columns, where);
    }

    private RecordStream export(QueryPages.PageSource source, String module, List<String> columns, String where) {
        Condition condition = Condition.parse(where);
        CompletableFuture<String> selection = RecordColumns.of(module, columns, describe)
                .thenApply(all -> "select " + (all.isEmpty() ? "*" : String.join(", ", all)) + " from " + module);
        return new KeysetStream(source, module, selection, condition);
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
