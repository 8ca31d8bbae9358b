package io.github.camelvtiger.routes.sync.verify;

import io.github.camelvtiger.client.RecordId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Compares the records of a module with those of a target, a range of ids at a time, so that those are seen that only one side has. */
final class RangeComparison {

    private final Comparison target;
    private final boolean removes;
    private final Consumer<Difference> differences;

    /**
     * @param removes whether the target is to lose what the CRM has lost
     * @param differences takes what differs
     */
    RangeComparison(Comparison target, boolean removes, Consumer<Difference> differences) {
        this.target = target;
        this.removes = removes;
        this.differences = differences;
    }

    /**
     * @param records all of the range
     * @param unsettled those of them that are not compared
     * @param after the number before the range
     * @param upTo its last number; empty for a range without an end
     */
    void compare(List<Map<String, Object>> records, Set<String> unsettled, long after, OptionalLong upTo) {
        target.compare(records.stream()
                        .filter(record -> !unsettled.contains(id(record)))
                        .toList())
                .forEach(differences);
        if (removes) {
            Set<String> there = new HashSet<>();
            records.forEach(record -> there.add(id(record)));
            target.ids(after, upTo).stream()
                    .filter(id -> !there.contains(id))
                    .map(Difference::extra)
                    .forEach(differences);
        }
    }

    /** The number of the id of a record. */
    static long number(Map<String, Object> record) {
        return RecordId.parse(id(record)).number();
    }

    static String id(Map<String, Object> record) {
        return String.valueOf(record.get("id"));
    }
}
