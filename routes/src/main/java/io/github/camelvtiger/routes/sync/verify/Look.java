package io.github.camelvtiger.routes.sync.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A look at some records on both sides.
 *
 * @param differences of those that differ, by id
 * @param moved which of these were changed lately, so that the target may not have the change yet
 */
record Look(Map<String, Difference> differences, Set<String> moved) {

    /**
     * @param removes whether the target is to lose what the CRM has lost
     * @param lately since when a change is one
     */
    static Look at(Collection<String> ids, Records records, Comparison target, boolean removes, Instant lately) {
        Look look = new Look(new LinkedHashMap<>(), new HashSet<>());
        List<String> all = List.copyOf(ids);
        List<String> gone = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Records.TOGETHER) {
            List<String> some = all.subList(from, Math.min(from + Records.TOGETHER, all.size()));
            Map<String, Map<String, Object>> there = new LinkedHashMap<>();
            records.of(some).forEach(record -> there.put(String.valueOf(record.get("id")), record));
            for (Difference difference : target.compare(List.copyOf(there.values()))) {
                look.differences.put(difference.id(), difference);
                Instant modified = records.modified(there.get(difference.id()));
                if (modified != null && modified.isAfter(lately)) {
                    look.moved.add(difference.id());
                }
            }
            some.stream().filter(id -> !there.containsKey(id)).forEach(gone::add);
        }
        if (removes) {
            target.present(gone).forEach(id -> look.differences.put(id, Difference.extra(id)));
        }
        return look;
    }
}
