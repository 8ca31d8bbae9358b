package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.protocol.ServerCall;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Queries over the records that one record is related to. The server puts the ids of the related records into the text of
 * the query ({@code webservice.md §10}): behind a WHERE in capitals only, which must be there if ORDER BY or LIMIT is, and
 * in front of the first test, so that an OR would let unrelated records in. An OR is therefore asked in parts.
 */
final class RelatedQueries {

    private static final int AT_ONCE = 100;
    /** More ids do not fit into the address of a request with columns besides. */
    private static final int MOST_ORDERED = 200;

    private final Queries all;
    private final Queries related;
    private final RecordId id;
    private final Relation relation;

    /** @param all queries without regard to relations */
    RelatedQueries(Queries all, RecordId id, Relation relation) {
        this.all = all;
        this.id = id;
        this.relation = relation;
        this.related = all.by(this::call);
    }

    private ServerCall call(VtqlStatement statement) {
        return ServerCall.get(
                "query_related",
                relation.module(),
                id.toString(),
                Map.of("query", text(statement), "id", id, "relatedLabel", relation.label()));
    }

    static String text(VtqlStatement statement) {
        Condition condition = statement.condition();
        String test = condition.alternatives().isEmpty()
                ? "id > '0x0'"
                // The server takes the word for its own, also within a text; texts are compared without regard to case.
                : condition.toString().replace("WHERE", "where");
        String range = statement.limit() < 0
                ? ""
                : " LIMIT " + (statement.skip() == 0 ? "" : statement.skip() + ", ") + statement.limit();
        return statement.selection() + " WHERE " + test + statement.orderClause() + range;
    }

    CompletableFuture<List<Map<String, Object>>> rows(VtqlStatement statement) {
        List<String> alternatives = statement.condition().alternatives();
        if (alternatives.size() < 2) {
            return related.all(statement.text());
        }
        return ids(statement).thenCompose(ids -> {
            if (statement.counts()) {
                return CompletableFuture.completedFuture(CountAnswer.row(ids.size()));
            }
            return statement.isOrderedById() ? byId(statement, ids) : ordered(statement, ids);
        });
    }

    /** Of what one of the alternatives finds, ascending. */
    private CompletableFuture<List<RecordId>> ids(VtqlStatement statement) {
        TreeSet<RecordId> ids = new TreeSet<>();
        CompletableFuture<Void> read = CompletableFuture.completedFuture(null);
        for (String alternative : statement.condition().alternatives()) {
            VtqlStatement part = new VtqlStatement(
                    List.of("id"),
                    false,
                    statement.module(),
                    new Condition(List.of(alternative), statement.condition().fields()),
                    List.of(),
                    false,
                    0,
                    -1);
            read = read.thenCompose(before -> related.all(part.text()))
                    .thenAccept(rows -> rows.forEach(row -> ids.add(Results.recordId(row))));
        }
        return read.thenApply(done -> new ArrayList<>(ids));
    }

    private CompletableFuture<List<Map<String, Object>>> byId(VtqlStatement statement, List<RecordId> found) {
        List<RecordId> ids = new ArrayList<>(found);
        if (statement.descending()) {
            Collections.reverse(ids);
        }
        List<RecordId> wanted = ids.stream()
                .skip(statement.skip())
                .limit(statement.limit() < 0 ? Long.MAX_VALUE : statement.limit())
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        CompletableFuture<Void> read = CompletableFuture.completedFuture(null);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<RecordId> part = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            read = read.thenCompose(before -> all.all(of(statement, part, 0, -1).text()))
                    .thenAccept(rows::addAll);
        }
        return read.thenApply(done -> rows);
    }

    private CompletableFuture<List<Map<String, Object>>> ordered(VtqlStatement statement, List<RecordId> ids) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (ids.size() > MOST_ORDERED) {
            return CompletableFuture.failedFuture(new QuerySyntaxException(
                    "The query joins tests by OR and is to be ordered by "
                            + String.join(", ", statement.order()) + ", which queryRelated can do for "
                            + MOST_ORDERED + " records at most, and " + ids.size()
                            + " fulfil it; leave ORDER BY out, or use one query for each part of the OR.",
                    FailureContext.of("query_related", relation.module(), id.toString())));
        }
        return all.all(of(statement, ids, statement.skip(), statement.limit()).text());
    }

    private static VtqlStatement of(VtqlStatement statement, List<RecordId> ids, int skip, int limit) {
        String in = ids.stream().map(VtqlLiteral::of).collect(Collectors.joining(", ", "id in (", ")"));
        return new VtqlStatement(
                statement.columns(),
                false,
                statement.module(),
                Condition.all(in),
                statement.order(),
                statement.descending(),
                skip,
                limit);
    }
}
