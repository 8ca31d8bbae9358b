package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A statement bound to its module, ready to run. */
final class Query {

    private final RecordColumns columns;
    private final boolean count;
    private final boolean countsDropped;
    private final RowFilter filter;
    private final RowOrder order;
    private final Optional<RowOrder> indexOrder;
    private final ItemJoin items;
    private final Limit limit;

    /**
     * @param all fields of the module in the order in which the user gets them
     * @param store where files, line items and stars of the records are
     * @param user who asks
     * @throws WebserviceException for a field that the module does not have
     * @throws HiddenSqlError for what the server gives no rows for, without a word
     */
    Query(Statement statement, ModuleMetadata module, List<FieldMetadata> all, CrmStore store, CrmUser user) {
        count = statement.count();
        countsDropped = module.entity() && store.metadata().release().dropsCounts();
        Set<String> names = count ? Set.of() : names(statement, all);
        QueryFields fields = new QueryFields(module, all);
        columns = RecordColumns.of(columns(names, fields, module), module, store, user);
        filter = new ConditionCompiler(module, fields, store.metadata()).compile(statement.conditions());
        items = ItemJoin.of(statement, module, fields, store);
        order = RowOrder.of(statement, fields).then(items.order());
        indexOrder = count ? Optional.empty() : RowOrder.ofIndex(statement, names, module);
        JoinedTables.of(statement, names, module).check(statement, module);
        limit = Limit.of(statement.limit());
    }

    /** @param visible what the user may see at all */
    List<Map<String, Object>> run(ModuleTable table, Predicate<StoredRow> visible) {
        Predicate<StoredRow> passing = row -> filter.test(row) && visible.test(row);
        if (count) {
            if (countsDropped) {
                throw new DroppedCount();
            }
            return counted(table, passing);
        }
        Iterable<StoredRow> candidates = items.rows(filter.ids().rows(table, order.descending()));
        // Several rows of one record become one, in the place of the first with the values of the last.
        Map<Long, Map<String, Object>> result = new LinkedHashMap<>();
        for (StoredRow row : orderIn(table).select(candidates, passing, limit)) {
            result.put(row.number(), columns.of(row, items::shown));
        }
        return List.copyOf(result.values());
    }

    private RowOrder orderIn(ModuleTable table) {
        return indexOrder.filter(found -> IndexOrder.readBy(table)).orElse(order);
    }

    private List<Map<String, Object>> counted(ModuleTable table, Predicate<StoredRow> passing) {
        if (limit.offset() > 0 || limit.count() == 0) {
            return List.of();
        }
        long rows = 0;
        for (StoredRow row : items.rows(filter.ids().rows(table, false))) {
            rows += passing.test(row) ? 1 : 0;
        }
        return List.of(Map.of("count", String.valueOf(rows)));
    }

    private static Set<String> names(Statement statement, List<FieldMetadata> all) {
        if (statement.columns().contains("*")) {
            return all.stream()
                    .filter(FieldMetadata::answered)
                    .map(FieldMetadata::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<String> names = new LinkedHashSet<>(statement.columns());
        names.add("id");
        return names;
    }

    private static List<QueryColumn> columns(Set<String> names, QueryFields fields, ModuleMetadata module) {
        return names.stream()
                .map(field -> fields.named(field).orElseThrow(() -> WebserviceException.accessDenied(
                                "Permission to access '." + field + ".' attribute denied.")
                        .because(module.name() + " has no field " + field)))
                .toList();
    }
}
