package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Reads a query to its end. Without an order of its own, or in that of the ids, pages go by id, which neither skips nor
 * repeats records while others are changed. Any other order goes by offset, because a value that is empty can't be
 * compared in VTQL; the id is added to an ascending order, so that pages do not overlap, and what an offset repeated
 * or left out among equals is made good by the ids.
 */
final class QueryPages {

    static final int PAGE = 100;

    private final PageSource source;
    private final Counts counts;

    QueryPages(PageSource source, Counts counts) {
        this.source = source;
        this.counts = counts;
    }

    /** Asks one page. */
    interface PageSource {
        CompletableFuture<Page> page(String vtql);
    }

    /** @param shortPageIsLast whether fewer rows than asked for mean that there are no more */
    CompletableFuture<List<Map<String, Object>>> read(VtqlStatement query, boolean shortPageIsLast) {
        if (query.limit() == 0) {
            return CompletableFuture.completedFuture(List.of());
        }
        Rows rows = new Rows(query, shortPageIsLast);
        boolean onePage = shortPageIsLast && query.limit() > 0 && query.limit() <= PAGE && !query.isOrderedById();
        if (onePage) {
            return source.page(query.selection() + query.condition().clause() + query.orderClause() + " limit "
                            + query.skip() + ", " + query.limit() + ";")
                    .thenApply(page -> {
                        rows.requireAdvance(page.rows());
                        return page.rows();
                    });
        }
        if (query.descending() && query.order().size() == 1 && !query.isOrderedById()) {
            return backwards(query, shortPageIsLast);
        }
        return query.isOrderedById() ? byId(rows, null) : byOffset(rows, 0).thenCompose(all -> completed(rows));
    }

    /**
     * A descending order can't be made unique by the id, an ascending one can; so it is read from its end. The end is
     * counted only if a count shows where it is.
     */
    private CompletableFuture<List<Map<String, Object>>> backwards(VtqlStatement query, boolean shortPageIsLast) {
        if (query.limit() < 0 || !shortPageIsLast) {
            return ascending(query, 0, -1, shortPageIsLast).thenApply(all -> reversed(all).stream()
                    .skip(query.skip())
                    .limit(query.limit() < 0 ? Long.MAX_VALUE : query.limit())
                    .toList());
        }
        return count(query.module(), query.condition()).thenCompose(count -> {
            int end = Math.toIntExact(count) - query.skip();
            int start = Math.max(0, end - query.limit());
            return end <= 0
                    ? CompletableFuture.completedFuture(List.of())
                    : ascending(query, start, end - start, true).thenApply(QueryPages::reversed);
        });
    }

    private CompletableFuture<List<Map<String, Object>>> ascending(
            VtqlStatement query, int from, int limit, boolean shortPageIsLast) {
        Rows rows = new Rows(
                new VtqlStatement(
                        query.columns(), false, query.module(), query.condition(), query.order(), false, 0, limit),
                shortPageIsLast);
        return byOffset(rows, from).thenApply(Rows::wanted);
    }

    private static List<Map<String, Object>> reversed(List<Map<String, Object>> rows) {
        List<Map<String, Object>> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private CompletableFuture<List<Map<String, Object>>> byId(Rows rows, String last) {
        return byId(rows, last, 0);
    }

    /** @param hidden how many rows behind the last id are known to be hidden from the user */
    private CompletableFuture<List<Map<String, Object>>> byId(Rows rows, String last, int hidden) {
        VtqlStatement query = rows.query;
        PageOrder order = new PageOrder(query.module(), query.descending());
        Condition after = last == null
                ? Condition.NONE
                : Condition.all("id " + (query.descending() ? "<" : ">") + " '" + last + "'");
        Condition condition = query.condition().and(after);
        int asked = rows.nextPage();
        String vtql = query.selection() + condition.clause() + " order by id" + (query.descending() ? " desc" : "")
                + " limit " + (hidden == 0 ? "" : hidden + ", ") + asked + ";";
        return source.page(vtql).thenCompose(answer -> {
            Page page = order.require(answer, last);
            rows.add(page.rows());
            return rows.areAll(page.rows(), asked, condition, hidden + asked)
                    .thenCompose(all -> all
                            ? CompletableFuture.completedFuture(rows.wanted())
                            : page.rows().isEmpty()
                                    ? byId(rows, last, hidden + asked)
                                    : byId(rows, id(page.rows().get(page.rows().size() - 1))));
        });
    }

    private CompletableFuture<Rows> byOffset(Rows rows, int offset) {
        VtqlStatement query = rows.query;
        // The direction holds for the last field only: an id after a descending field would turn the field around.
        String order = query.descending() ? query.orderClause() : query.orderClause() + ", id";
        String vtql = query.selection() + query.condition().clause() + order + " limit " + offset + ", " + PAGE + ";";
        return source.page(vtql).thenCompose(page -> {
            rows.requireAdvance(page.rows());
            rows.add(page.rows());
            return rows.areAll(page.rows(), PAGE, query.condition(), offset + PAGE)
                    .thenCompose(all -> all ? CompletableFuture.completedFuture(rows) : byOffset(rows, offset + PAGE));
        });
    }

    /** How many records fulfil the condition, also such as are hidden from the user. */
    CompletableFuture<Long> count(String module, Condition condition) {
        return counts.count(module, condition);
    }

    /** Adds what the offsets left out: records with equal values may change places between two pages. */
    private CompletableFuture<List<Map<String, Object>>> completed(Rows rows) {
        VtqlStatement query = rows.query;
        if (!query.descending() || rows.pages == 1) {
            return CompletableFuture.completedFuture(rows.wanted());
        }
        VtqlStatement everything =
                new VtqlStatement(query.columns(), false, query.module(), query.condition(), List.of(), false, 0, -1);
        return byId(new Rows(everything, rows.shortPageIsLast), null).thenApply(all -> {
            all.forEach(row -> rows.insert(row, query.order().get(query.order().size() - 1)));
            return rows.wanted();
        });
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.get("id"));
    }

    /** What has been read, each record once, in order. */
    private final class Rows {

        private final VtqlStatement query;
        private final boolean shortPageIsLast;
        private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
        private Set<String> lastPage = Set.of();
        private int pages;

        Rows(VtqlStatement query, boolean shortPageIsLast) {
            this.query = query;
            this.shortPageIsLast = shortPageIsLast;
        }

        void add(List<Map<String, Object>> page) {
            pages++;
            page.forEach(row -> byId.putIfAbsent(id(row), row));
        }

        /** A full page of records that are all known already is the same page again. */
        void requireAdvance(List<Map<String, Object>> page) {
            Set<String> ids = page.stream().map(QueryPages::id).collect(Collectors.toSet());
            boolean withoutId =
                    page.stream().anyMatch(row -> Results.text(row.get("id")).isEmpty());
            if (withoutId || ids.size() == PAGE && ids.equals(lastPage)) {
                throw new ServerFailureException(
                        "The query of " + query.module() + " does not advance: the server answered "
                                + (withoutId ? "a row that is not a record with an id" : "the same page twice")
                                + "; the reading ends here, and is not complete.",
                        FailureContext.of("query", query.module(), null));
            }
            lastPage = ids;
        }

        boolean limitReached() {
            return query.limit() >= 0 && byId.size() >= query.skip() + query.limit();
        }

        int nextPage() {
            return query.limit() < 0 || !shortPageIsLast
                    ? PAGE
                    : Math.min(PAGE, query.skip() + query.limit() - byId.size());
        }

        /** A page without any row may hide a hundred, so a count shows whether it was the last one. */
        CompletableFuture<Boolean> areAll(List<?> page, int asked, Condition condition, int seen) {
            if (limitReached() || shortPageIsLast && page.size() < asked) {
                return CompletableFuture.completedFuture(true);
            }
            return page.isEmpty()
                    ? count(query.module(), condition).thenApply(count -> count <= seen)
                    : CompletableFuture.completedFuture(false);
        }

        /** After the last one with an equal value, where it may be as well as any of them. */
        void insert(Map<String, Object> row, String orderedBy) {
            if (byId.containsKey(id(row))) {
                return;
            }
            String value = String.valueOf(row.get(orderedBy));
            List<Map<String, Object>> ordered = new ArrayList<>(byId.values());
            int place = ordered.size();
            for (int i = 0; i < ordered.size(); i++) {
                if (value.equalsIgnoreCase(String.valueOf(ordered.get(i).get(orderedBy)))) {
                    place = i + 1;
                }
            }
            ordered.add(place, row);
            byId.clear();
            ordered.forEach(each -> byId.put(id(each), each));
        }

        List<Map<String, Object>> wanted() {
            return byId.values().stream()
                    .skip(query.skip())
                    .limit(query.limit() < 0 ? Long.MAX_VALUE : query.limit())
                    .toList();
        }
    }
}
