package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerClient;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The items of orders, read for many at once: a request for each hundred items ({@code webservice.md §9}). They are what
 * {@code retrieve} answers under the same name, without {@code product_name}, {@code entity_type} and {@code deleted},
 * which no query shows, and with the {@code parent_id} that {@code retrieve} garbles.
 */
public final class LineItems {

    /** The modules whose records have items. */
    public static final Set<String> MODULES = Set.of("Quotes", "SalesOrder", "PurchaseOrder", "Invoice");

    /** The field that holds a record's items. */
    static final String FIELD = "LineItems";

    private static final int PAGE = 100;
    private static final String ID = "id";
    private static final Comparator<Map<String, Object>> ORDER = Comparator.comparing(LineItems::sequence);

    private final Function<String, List<Map<String, Object>>> query;

    LineItems(VtigerClient client) {
        this(vtql -> Answers.await(client.queryPage(vtql)).rows());
    }

    /** @param query answers one page, at most 100 rows */
    LineItems(Function<String, List<Map<String, Object>>> query) {
        this.query = query;
    }

    /** The same states with their items, a List that may be empty, as the last field. */
    List<RecordState> addTo(List<RecordState> states) {
        if (states.isEmpty()) {
            return states;
        }
        Map<Object, List<Map<String, Object>>> items =
                read(states.stream().map(state -> VtqlLiteral.of(state.id())).collect(Collectors.joining(","))).stream()
                        .collect(Collectors.groupingBy(item -> item.get("parent_id")));
        return states.stream()
                .map(state -> with(state, items.getOrDefault(state.id().toString(), List.of())))
                .toList();
    }

    private static RecordState with(RecordState state, List<Map<String, Object>> items) {
        Map<String, Object> fields = new LinkedHashMap<>(state.fields());
        fields.put(FIELD, items.stream().sorted(ORDER).collect(Collectors.toCollection(ArrayList::new)));
        return new RecordState(state.id(), state.modifiedTime(), state.createdTime(), fields);
    }

    /** Ascending by id. */
    private List<Map<String, Object>> read(String parents) {
        List<Map<String, Object>> items = new ArrayList<>();
        String from = "";
        List<Map<String, Object>> page;
        do {
            page = query.apply("select * from LineItem where parent_id in (" + parents + ")" + from
                    + " order by id limit " + PAGE + ";");
            items.addAll(page);
            if (!page.isEmpty()) {
                from = " and id > "
                        + VtqlLiteral.of(RecordId.parse(
                                String.valueOf(page.get(page.size() - 1).get(ID))));
            }
        } while (page.size() >= PAGE);
        return items;
    }

    /** Its place in the order; what has none comes first. */
    private static long sequence(Map<String, Object> item) {
        Object place = item.get("sequence_no");
        return place == null || place.toString().isEmpty() ? 0 : Long.parseLong(place.toString());
    }
}
