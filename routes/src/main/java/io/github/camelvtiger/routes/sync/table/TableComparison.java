package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.routes.sync.export.ModuleRecords;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.verify.Comparison;
import io.github.camelvtiger.routes.sync.verify.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Compares records with the rows that they should have: with {@code soft} and {@code history} those that are not over. */
final class TableComparison implements Comparison {

    private final String module;
    private final List<String> labels;
    private final ModuleMirror mirror;

    /** @param labels of the relations that have link tables */
    TableComparison(String module, List<String> labels, ModuleMirror mirror) {
        this.module = module;
        this.labels = labels;
        this.mirror = mirror;
    }

    @Override
    public List<Difference> compare(List<Map<String, Object>> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<String> ids = records.stream().map(TableComparison::id).toList();
        PresentRows present = mirror.present();
        Map<String, Map<String, Object>> rows = new HashMap<>();
        present.of(ids).forEach(row -> rows.put(id(row), row));
        Map<String, List<Map<String, Object>>> items = new HashMap<>();
        present.items(ids).forEach(item -> items.computeIfAbsent(
                        String.valueOf(item.get(ModuleTable.PARENT)), parent -> new ArrayList<>())
                .add(item));
        // A sweep reads no relations.
        List<String> read = labels.stream()
                .filter(label -> records.get(0).containsKey(label))
                .toList();
        Map<String, Map<String, Set<String>>> related = new HashMap<>();
        read.forEach(label -> related.put(label, present.related(label, ids)));
        List<Difference> differences = new ArrayList<>();
        for (Map<String, Object> record : records) {
            RecordState wanted = mirror.state(
                    new LinkedHashMap<>(UserSecrets.without(module, record)), ModuleRecords.timeOf(record), List.of());
            Map<String, Object> row = rows.get(wanted.id());
            if (row == null) {
                differences.add(Difference.missing(wanted.id()));
                continue;
            }
            List<String> fields = RowDifference.of(wanted.row(), row);
            if (!areSame(wanted.items(), items.getOrDefault(wanted.id(), List.of()))) {
                fields.add(LineItems.FIELD);
            }
            for (String label : read) {
                Set<String> wantedIds = new HashSet<>();
                ((Collection<?>) record.get(label)).forEach(each -> wantedIds.add(String.valueOf(each)));
                if (!wantedIds.equals(related.get(label).getOrDefault(wanted.id(), Set.of()))) {
                    fields.add(label);
                }
            }
            if (!fields.isEmpty()) {
                differences.add(Difference.changed(wanted.id(), fields));
            }
        }
        return differences;
    }

    @Override
    public List<String> ids(long after, OptionalLong upTo) {
        return mirror.present().ids(after, upTo);
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        return mirror.present().present(ids);
    }

    @Override
    public void eachId(Consumer<String> id) {
        mirror.present().eachId(id);
    }

    @Override
    public boolean isFilling() {
        mirror.table();
        return mirror.syncs().find().filter(SyncTable.State::filling).isPresent();
    }

    @Override
    public void verified(Instant until) {
        mirror.syncs().verified(until);
    }

    private static boolean areSame(List<Map<String, Object>> wanted, List<Map<String, Object>> found) {
        if (wanted.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!RowDifference.of(wanted.get(i), found.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.get(ModuleTable.ID));
    }
}
