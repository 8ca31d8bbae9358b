package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The items of orders, read for many at once: a request for each hundred items ({@code webservice.md §9}). They are what
 * {@code retrieve} answers under the same name, without {@code product_name}, {@code entity_type} and {@code deleted},
 * which no query shows, and with the {@code parent_id} that {@code retrieve} garbles. Where a server refuses queries of items
 * ({@code cloud-rest.md §4} may be read so), each record is retrieved.
 */
public final class LineItemReader {

    private static final int PAGE = 100;
    /** So many ids fit into the address of a request. */
    private static final int PARENTS = 100;

    private static final String ID = "id";
    private static final PageOrder ORDER_OF_IDS = new PageOrder("LineItem", false);
    private static final Comparator<Map<String, Object>> ORDER = Comparator.comparing(LineItemReader::sequence);

    private final Function<String, CompletableFuture<Page>> query;
    private final Function<RecordId, CompletableFuture<Map<String, Object>>> retrieve;

    public LineItemReader(VtigerClient client) {
        this(client::queryPage, client::retrieve);
    }

    /**
     * @param query answers one page, at most 100 rows
     * @param retrieve answers a record with its items
     */
    LineItemReader(
            Function<String, CompletableFuture<Page>> query,
            Function<RecordId, CompletableFuture<Map<String, Object>>> retrieve) {
        this.query = query;
        this.retrieve = retrieve;
    }

    /**
     * The same records with their items, a List that may be empty, as the last field.
     *
     * @param records with their ids in them; left as they are
     */
    public CompletableFuture<List<Map<String, Object>>> addTo(List<Map<String, Object>> records) {
        return addFrom(0, records, new ArrayList<>());
    }

    private CompletableFuture<List<Map<String, Object>>> addFrom(
            int start, List<Map<String, Object>> records, List<Map<String, Object>> done) {
        if (start >= records.size()) {
            return CompletableFuture.completedFuture(done);
        }
        List<Map<String, Object>> some = records.subList(start, Math.min(start + PARENTS, records.size()));
        return queried(some)
                .exceptionallyCompose(failure -> isRefusal(Futures.cause(failure))
                        ? retrieved(some, 0, new LinkedHashMap<>())
                        : CompletableFuture.failedFuture(failure))
                .thenCompose(byParent -> {
                    some.forEach(record -> done.add(with(record, byParent.getOrDefault(record.get(ID), List.of()))));
                    return addFrom(start + PARENTS, records, done);
                });
    }

    private CompletableFuture<Map<Object, List<Map<String, Object>>>> queried(List<Map<String, Object>> records) {
        String parents =
                records.stream().map(record -> VtqlLiteral.of(record.get(ID))).collect(Collectors.joining(","));
        return read(parents, null, new ArrayList<>())
                .thenApply(items -> items.stream().collect(Collectors.groupingBy(item -> item.get("parent_id"))));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AccessDeniedException
                || failure instanceof InvalidRecordException
                || failure instanceof QuerySyntaxException;
    }

    /** One record after the other. */
    private CompletableFuture<Map<Object, List<Map<String, Object>>>> retrieved(
            List<Map<String, Object>> records, int at, Map<Object, List<Map<String, Object>>> byParent) {
        if (at == records.size()) {
            return CompletableFuture.completedFuture(byParent);
        }
        Object id = records.get(at).get(ID);
        return retrieve.apply(RecordId.parse(Results.text(id))).thenCompose(whole -> {
            byParent.put(
                    id,
                    Results.list(whole.get(LineItems.FIELD)).stream()
                            .map(Results::map)
                            .toList());
            return retrieved(records, at + 1, byParent);
        });
    }

    private static Map<String, Object> with(Map<String, Object> record, List<Map<String, Object>> items) {
        Map<String, Object> whole = new LinkedHashMap<>(record);
        whole.put(LineItems.FIELD, items.stream().sorted(ORDER).collect(Collectors.toCollection(ArrayList::new)));
        return whole;
    }

    /** Ascending by id. */
    private CompletableFuture<List<Map<String, Object>>> read(
            String parents, String after, List<Map<String, Object>> items) {
        String behind = after == null ? "" : " and id > " + VtqlLiteral.of(after);
        return query.apply("select * from LineItem where parent_id in (" + parents + ")" + behind
                        + " order by id limit " + PAGE + ";")
                .thenCompose(page -> {
                    List<Map<String, Object>> rows =
                            ORDER_OF_IDS.require(page, after).rows();
                    items.addAll(rows);
                    if (rows.size() < PAGE) {
                        return CompletableFuture.completedFuture(items);
                    }
                    return read(
                            parents, String.valueOf(rows.get(rows.size() - 1).get(ID)), items);
                });
    }

    /** Its place in the order; what has none comes first. */
    private static long sequence(Map<String, Object> item) {
        Object place = item.get("sequence_no");
        return place == null || place.toString().isEmpty() ? 0 : Long.parseLong(place.toString());
    }
}
