package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Mode;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.verify.Comparison;
import io.github.camelvtiger.routes.sync.verify.Difference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares records with the rows that they should have: with {@code soft} and {@code history} those that are not over. */
final class TableComparison implements Comparison {

    private final String module;
    private final Mode mode;
    private final ModuleMirror mirror;

    TableComparison(String module, Mode mode, ModuleMirror mirror) {
        this.module = module;
        this.mode = mode;
        this.mirror = mirror;
    }

    @Override
    public List<Difference> compare(List<Map<String, Object>> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<String> ids = records.stream().map(TableComparison::id).toList();
        Map<String, Map<String, Object>> rows = new HashMap<>();
        mirror.rows(ids).stream().filter(this::isPresent).forEach(row -> rows.put(id(row), row));
        Map<String, List<Map<String, Object>>> items = new HashMap<>();
        mirror.items(ids).forEach(item -> items.computeIfAbsent(
                        String.valueOf(item.get(ModuleTable.PARENT)), parent -> new ArrayList<>())
                .add(item));
        List<Difference> differences = new ArrayList<>();
        for (Map<String, Object> record : records) {
            RecordState wanted = mirror.state(
                    new LinkedHashMap<>(UserSecrets.without(module, record)),
                    ModuleRecords.modified(record),
                    List.of());
            Map<String, Object> row = rows.get(wanted.id());
            if (row == null) {
                differences.add(Difference.missing(wanted.id()));
                continue;
            }
            List<String> fields = different(wanted.row(), row);
            if (!areSame(wanted.items(), present(items.getOrDefault(wanted.id(), List.of()), row))) {
                fields.add(LineItems.FIELD);
            }
            if (!fields.isEmpty()) {
                differences.add(Difference.changed(wanted.id(), fields));
            }
        }
        return differences;
    }

    @Override
    public List<String> ids() {
        return mirror.presentIds();
    }

    @Override
    public void verified(Instant until) {
        mirror.syncs().verified(until);
    }

    private boolean isPresent(Map<String, Object> row) {
        return switch (mode) {
            case LIVE -> true;
            case SOFT -> row.get(ModuleTable.DELETED) == null;
            case HISTORY -> row.get(ModuleTable.VALID_TO) == null;
        };
    }

    /** The items of the state that the row is of. */
    private List<Map<String, Object>> present(List<Map<String, Object>> items, Map<String, Object> row) {
        return mode != Mode.HISTORY
                ? items
                : items.stream()
                        .filter(item ->
                                Objects.equals(item.get(ModuleTable.VALID_FROM), row.get(ModuleTable.VALID_FROM)))
                        .toList();
    }

    private static boolean areSame(List<Map<String, Object>> wanted, List<Map<String, Object>> found) {
        if (wanted.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!different(wanted.get(i), found.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> different(Map<String, Object> wanted, Map<String, Object> found) {
        List<String> columns = new ArrayList<>();
        wanted.forEach((column, value) -> {
            if (!isSame(value, found.get(column))) {
                columns.add(column);
            }
        });
        return columns;
    }

    private static boolean isSame(Object wanted, Object found) {
        if (wanted instanceof BigDecimal number && found instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        return wanted instanceof Number && found instanceof Number
                ? new BigDecimal(wanted.toString()).compareTo(new BigDecimal(found.toString())) == 0
                : Objects.equals(wanted, found);
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.get(ModuleTable.ID));
    }
}
