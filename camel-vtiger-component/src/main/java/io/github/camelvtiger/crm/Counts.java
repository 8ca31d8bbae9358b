package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.QueryPages.PageSource;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How many records fulfil a condition. If the server's own count fails ({@link CountAnswer}), the ids are listed instead;
 * and since a query that fails in the same hidden way lists nothing, the end of the list must be proven: the same
 * condition, extended by the id of a record that is known to be there, has to find that record.
 */
final class Counts {

    private static final int PAGE = 100;
    /** The known record may be deleted meanwhile, and others created. */
    private static final int PROOFS = 3;

    private final PageSource source;
    private final Function<RecordId, CompletableFuture<Boolean>> exists;
    /** The id of a record of each module; empty for a module without records. */
    private final AsyncCache<String, Optional<RecordId>> existing = new AsyncCache<>(this::anyRecord);

    /** The last records that were known, by module: one that is still there contradicts an empty list. */
    private final Map<String, RecordId> seen = new ConcurrentHashMap<>();

    /** @param exists whether a record is there, found out without a query */
    Counts(PageSource source, Function<RecordId, CompletableFuture<Boolean>> exists) {
        this.source = source;
        this.exists = exists;
    }

    /** The future fails with a {@link ServerFailureException} if the server can neither count nor list the records. */
    CompletableFuture<Long> count(String module, Condition condition) {
        return source.page("select count(*) from " + module + condition.clause() + ";")
                .thenCompose(answer -> {
                    OptionalLong number = CountAnswer.of(answer);
                    return number.isPresent()
                            ? CompletableFuture.completedFuture(number.getAsLong())
                            : listed(module, condition);
                });
    }

    /** The same, after the server's own count has failed. */
    CompletableFuture<Long> listed(String module, Condition condition) {
        return listed(new Listing(module, condition), null, 0, PROOFS);
    }

    /**
     * How many records fulfil a condition under which a page was just empty, without the server's own count: none, if the same
     * condition, extended by a known record, finds that one alone.
     */
    CompletableFuture<Long> left(String module, Condition condition) {
        return proven(new Listing(module, condition), null, 0, PROOFS);
    }

    private record Listing(String module, Condition condition) {

        String vtql(Condition narrowed) {
            return "select id from " + module + narrowed.clause() + " order by id limit " + PAGE + ";";
        }

        Condition after(RecordId last) {
            return last == null ? condition : condition.and(Condition.all("id > " + VtqlLiteral.of(last)));
        }

        ServerFailureException failure(String what) {
            return new ServerFailureException(
                    "The server answered count(*) of " + module + " with no row, and " + what
                            + "; check the values in the condition, and look into the CRM's log.",
                    FailureContext.of("query", module, null));
        }
    }

    /**
     * @param last the id of the last record that was counted; null before the first
     * @param proofs how many more may be tried
     */
    private CompletableFuture<Long> listed(Listing listing, RecordId last, long counted, int proofs) {
        return source.page(listing.vtql(listing.after(last)))
                .thenCompose(page -> page.rows().isEmpty()
                        ? proven(listing, last, counted, proofs)
                        : listed(listing, lastOf(listing, page, last), counted + different(page), proofs));
    }

    private static long different(Page page) {
        return page.rows().stream().map(row -> row.get("id")).distinct().count();
    }

    private static RecordId lastOf(Listing listing, Page page, RecordId before) {
        List<Map<String, Object>> rows = page.rows();
        RecordId last = id(rows.get(rows.size() - 1));
        if (before != null && last.compareTo(before) <= 0) {
            throw listing.failure("its lists do not advance beyond the id " + before);
        }
        return last;
    }

    private static RecordId id(Map<String, Object> row) {
        return Results.recordId(row);
    }

    private CompletableFuture<Long> proven(Listing listing, RecordId last, long counted, int proofs) {
        Condition rest = listing.after(last);
        return existing.get(listing.module()).thenCompose(known -> {
            if (known.isEmpty()) {
                // Not kept: the module may get its first record at any time.
                existing.forget(listing.module());
                return emptied(listing).thenApply(nothing -> counted);
            }
            seen.put(listing.module(), known.get());
            if (rest.alternatives().isEmpty()) {
                return proofs == 0
                        ? CompletableFuture.failedFuture(listing.failure("lists no records although there are some"))
                        : listed(listing, last, counted, proofs - 1);
            }
            return source.page(listing.vtql(rest.or(Condition.all("id = " + VtqlLiteral.of(known.get())))))
                    .thenCompose(page -> proof(listing, known.get(), page, last, counted, proofs));
        });
    }

    /** @param page the records that are left by the condition, and the known one if the condition was understood */
    private CompletableFuture<Long> proof(
            Listing listing, RecordId known, Page page, RecordId last, long counted, int proofs) {
        List<RecordId> found = page.rows().stream().map(Counts::id).toList();
        if (found.equals(List.of(known))) {
            return alone(listing, known, last, counted, proofs);
        }
        if (proofs == 0) {
            return CompletableFuture.failedFuture(listing.failure("lists nothing for the condition either"));
        }
        if (found.isEmpty()) {
            existing.forget(listing.module());
            return proven(listing, last, counted, proofs - 1);
        }
        return listed(listing, last, counted, proofs - 1);
    }

    /** The known record may be one of those that the condition leaves. */
    private CompletableFuture<Long> alone(Listing listing, RecordId known, RecordId last, long counted, int proofs) {
        Condition itself = listing.after(last).and(Condition.all("id = " + VtqlLiteral.of(known)));
        return source.page(listing.vtql(itself))
                .thenCompose(page -> page.rows().isEmpty() || proofs == 0
                        ? CompletableFuture.completedFuture(
                                counted + page.rows().size())
                        : listed(listing, last, counted, proofs - 1));
    }

    private CompletableFuture<Void> emptied(Listing listing) {
        RecordId last = seen.get(listing.module());
        return last == null
                ? CompletableFuture.completedFuture(null)
                : exists.apply(last).thenAccept(there -> {
                    if (there) {
                        throw listing.failure("lists no record, not even " + last + ", which is there");
                    }
                    seen.remove(listing.module(), last);
                });
    }

    /** Asked twice before a module is taken for empty. */
    private CompletableFuture<Optional<RecordId>> anyRecord(String module) {
        return first(module)
                .thenCompose(found -> found.isPresent() ? CompletableFuture.completedFuture(found) : first(module));
    }

    private CompletableFuture<Optional<RecordId>> first(String module) {
        return source.page("select id from " + module + " order by id limit 1;")
                .thenApply(page -> page.rows().stream().map(Counts::id).findFirst());
    }
}
