package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Pages of which an empty one is really the end. The server takes rows that a user may not read away after it applied
 * LIMIT, so a page can be entirely hidden; and it hides an SQL error behind an empty answer ({@code webservice.md §7}).
 * A count distinguishes them: 0 is the end; behind hidden rows the next ones are looked for; and where rows are counted and
 * none is shown, the same query has to find a record that is known to be there.
 */
public final class ProvenPages {

    /** The known record may be deleted meanwhile. */
    private static final int PROOFS = 2;

    private static final int COUNTS = 2;
    /** An order has rarely more items; they are counted against the limit where they are selected. */
    private static final int MANY_ITEMS = 50;

    private final Function<VtqlStatement, CompletableFuture<Page>> source;
    private final Counts counts;
    private final Supplier<CompletableFuture<Boolean>> administrator;

    /** The record of each module that was seen last. */
    private final Map<String, RecordId> seen = new ConcurrentHashMap<>();

    private volatile boolean cannotCount;

    ProvenPages(
            Function<VtqlStatement, CompletableFuture<Page>> source,
            Counts counts,
            Supplier<CompletableFuture<Boolean>> administrator) {
        this.source = source;
        this.counts = counts;
        this.administrator = administrator;
    }

    /**
     * A page, at the cost of a count when it is empty.
     *
     * @param vtql a query with a LIMIT and an order
     */
    public CompletableFuture<FoundPage> next(String vtql) {
        return next(VtqlStatement.parse(vtql));
    }

    /** @param query with a LIMIT and an order */
    CompletableFuture<FoundPage> next(VtqlStatement query) {
        return administrator.get().thenCompose(all -> pageFirst(query, all));
    }

    /**
     * A page of which it matters whether it is the last one. What is probably empty, and what rows may be hidden of, is counted
     * first; so a query that finds nothing is one request.
     *
     * @param vtql a query with a LIMIT and an order
     * @param quiet whether it probably finds nothing
     */
    public CompletableFuture<FoundPage> window(String vtql, boolean quiet) {
        VtqlStatement query = VtqlStatement.parse(vtql);
        return administrator
                .get()
                .thenCompose(all -> (quiet || !all) && !cannotCount ? countFirst(query, all) : pageFirst(query, all));
    }

    private CompletableFuture<FoundPage> countFirst(VtqlStatement query, boolean all) {
        return counted(query).thenCompose(answer -> {
            OptionalLong count = CountAnswer.of(answer);
            return count.isPresent()
                    ? from(query, 0, count.getAsLong()).thenApply(found -> found.at(answer))
                    : pageFirst(query, all);
        });
    }

    private CompletableFuture<FoundPage> pageFirst(VtqlStatement query, boolean all) {
        return asked(query)
                .thenCompose(page -> page.rows().isEmpty()
                        ? emptyPage(query).thenApply(found -> found.at(page))
                        : found(page, isLast(query, page, all), 0));
    }

    /** Short pages are the last ones where no row is hidden; a server that cannot count is believed that none is. */
    private boolean isLast(VtqlStatement query, Page page, boolean all) {
        return (all || cannotCount) && page.rows().size() < query.limit() && RecordColumns.countsRecords(query);
    }

    private CompletableFuture<FoundPage> emptyPage(VtqlStatement query) {
        return cannotCount ? listed(query) : emptyPage(query, COUNTS);
    }

    /** A count that fails once may have met an error; one that fails again is not to be had. */
    private CompletableFuture<FoundPage> emptyPage(VtqlStatement query, int attempts) {
        if (attempts == 0) {
            return answering(query).thenCompose(nothing -> listed(query)).thenApply(found -> {
                cannotCount = true;
                return found;
            });
        }
        return counted(query).thenCompose(answer -> {
            OptionalLong count = CountAnswer.of(answer);
            return count.isPresent() ? from(query, 0, count.getAsLong()) : emptyPage(query, attempts - 1);
        });
    }

    /** Of a module without any known record the list proves nothing; but every CRM has a currency, and shows it to every user. */
    private CompletableFuture<Void> answering(VtqlStatement query) {
        return known(query.module())
                .thenCompose(record -> record.isPresent()
                        ? CompletableFuture.completedFuture(null)
                        : source.apply(VtqlStatement.parse("select id from Currency order by id limit 1"))
                                .thenAccept(currencies -> {
                                    if (currencies.rows().isEmpty()) {
                                        throw new ServerFailureException(
                                                "The CRM counts no records of the module " + query.module()
                                                        + ", not even that there are none, and lists no currency; look for SQL"
                                                        + " errors in its log.",
                                                FailureContext.of("query", query.module(), null));
                                    }
                                }));
    }

    /** The list proves itself that it is whole. */
    private CompletableFuture<FoundPage> listed(VtqlStatement query) {
        return counts.left(query.module(), query.condition())
                .thenCompose(count -> count <= query.skip() ? found(nothing(), true, 0) : from(query, 0, count));
    }

    private CompletableFuture<Page> counted(VtqlStatement query) {
        return source.apply(query.counting());
    }

    /** @param count how many rows fulfil the condition, hidden ones included */
    private CompletableFuture<FoundPage> from(VtqlStatement query, int offset, long count) {
        if (count <= query.skip()) {
            return found(nothing(), true, 0);
        }
        return asked(query.page(query.skip() + offset, query.limit()))
                .thenCompose(page -> page.rows().isEmpty()
                        ? behind(query, offset, count)
                        : found(page, isWhole(query, offset, count), offset));
    }

    private static boolean isWhole(VtqlStatement query, int offset, long count) {
        return RecordColumns.countsRecords(query) && query.skip() + offset + query.limit() >= count;
    }

    /**
     * What follows a page without rows. The pages overlap by half, and the last one is asked for again: hidden rows that vanish
     * meanwhile move those behind them forward, and an error may have hidden a page only once.
     */
    private CompletableFuture<FoundPage> behind(VtqlStatement query, int offset, long count) {
        if (count <= query.skip()) {
            return found(nothing(), true, 0);
        }
        long rows = RecordColumns.countsRecords(query) ? count : count * MANY_ITEMS;
        return query.skip() + offset + query.limit() < rows
                ? from(query, offset + Math.max(1, query.limit() / 2), count)
                : proven(query, PROOFS)
                        .thenCompose(proof -> asked(query.page(query.skip() + offset, query.limit())))
                        .thenCompose(again -> found(again, true, offset));
    }

    /** Done if the query can be executed: it finds a record that is known to be there, if it is extended by its id. */
    private CompletableFuture<Void> proven(VtqlStatement query, int proofs) {
        return known(query.module()).thenCompose(known -> {
            if (known.isEmpty()) {
                return anythingAtAll(query);
            }
            Condition itself = Condition.all("id = " + VtqlLiteral.of(known.get()));
            Condition either = query.condition().alternatives().isEmpty()
                    ? itself
                    : query.condition().and(itself).or(itself);
            return source.apply(query.with(either).page(0, 1)).thenCompose(page -> {
                if (page.rows().stream().map(Results::recordId).anyMatch(known.get()::equals)) {
                    return CompletableFuture.completedFuture(null);
                }
                seen.remove(query.module(), known.get());
                return proofs > 1
                        ? proven(query, proofs - 1)
                        : CompletableFuture.failedFuture(
                                failure(query, "not even " + known.get() + ", which is there"));
            });
        });
    }

    /** A user may see none of the records that are there; an administrator sees them all. */
    private CompletableFuture<Void> anythingAtAll(VtqlStatement query) {
        return administrator
                .get()
                .thenCompose(all -> all ? counted(query) : CompletableFuture.completedFuture(nothing()))
                .thenAccept(recount -> {
                    if (CountAnswer.of(recount).orElse(0) > query.skip()) {
                        throw failure(query, "not even to an administrator");
                    }
                });
    }

    private static ServerFailureException failure(VtqlStatement query, String what) {
        return new ServerFailureException(
                "The CRM counts records of the module " + query.module() + " that it does not list, " + what
                        + "; look for SQL errors in its log.",
                FailureContext.of("query", query.module(), null));
    }

    private CompletableFuture<Optional<RecordId>> known(String module) {
        RecordId last = seen.get(module);
        return last != null
                ? CompletableFuture.completedFuture(Optional.of(last))
                : source.apply(VtqlStatement.parse(
                                "select id from " + module + " order by id desc limit " + QueryPages.PAGE))
                        .thenApply(page -> {
                            note(module, page);
                            return Optional.ofNullable(seen.get(module));
                        });
    }

    private CompletableFuture<Page> asked(VtqlStatement query) {
        return source.apply(query).thenApply(page -> {
            note(query.module(), page);
            return page;
        });
    }

    /** Rows that are not records are the caller's concern. */
    private void note(String module, Page page) {
        if (!page.rows().isEmpty()) {
            String id = Results.text(page.rows().get(page.rows().size() - 1).get("id"));
            if (RecordId.isOne(id)) {
                seen.put(module, RecordId.parse(id));
            }
        }
    }

    private static Page nothing() {
        return new Page(List.of(), null);
    }

    private static CompletableFuture<FoundPage> found(Page page, boolean whole, long skipped) {
        return CompletableFuture.completedFuture(new FoundPage(page, whole, skipped));
    }
}
