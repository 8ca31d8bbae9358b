package io.github.camelvtiger.benchmarks.soak;

import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.crm.Export;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds every record of the CRM against what was delivered. */
final class Comparison {

    private static final int TOLD = 5;

    private final Mirror mirror;
    private final List<String> missing = new ArrayList<>();
    private final List<String> stale = new ArrayList<>();
    private final List<String> deletedThoughAlive = new ArrayList<>();
    private final List<String> notToldDeleted = new ArrayList<>();
    private final Map<String, Map<String, Object>> current = new HashMap<>();

    private Comparison(Mirror mirror) {
        this.mirror = mirror;
    }

    static Comparison of(VtigerClient crm, List<String> modules, Mirror mirror) {
        Comparison comparison = new Comparison(mirror);
        for (String module : modules) {
            try (RecordStream records = crm.streams().export(Export.of(module))) {
                records.forEachRemaining(record -> comparison.add(Mirror.comparable(record)));
            }
        }
        mirror.alive().keySet().stream()
                .filter(id -> !comparison.current.containsKey(id))
                .forEach(comparison.notToldDeleted::add);
        return comparison;
    }

    private void add(Map<String, Object> record) {
        String id = String.valueOf(record.get("id"));
        current.put(id, record);
        Mirror.Seen seen = mirror.alive().get(id);
        if (mirror.deleted().containsKey(id)) {
            deletedThoughAlive.add(id);
        } else if (seen == null) {
            missing.add(id);
        } else if (!differences(seen, record).isEmpty()) {
            stale.add(id + " " + differences(seen, record));
        }
    }

    /** Of what both have: a feed of orders has none of the fields of their line items. */
    private static List<String> differences(Mirror.Seen seen, Map<String, Object> record) {
        return seen.fields().keySet().stream()
                .filter(field -> record.containsKey(field)
                        && !String.valueOf(record.get(field))
                                .equals(String.valueOf(seen.fields().get(field))))
                .sorted()
                .toList();
    }

    boolean isClean() {
        return missing.isEmpty() && stale.isEmpty() && deletedThoughAlive.isEmpty() && notToldDeleted.isEmpty();
    }

    void print() {
        System.out.printf("records compared: %,d%n", current.size());
        print("final states lost", stale);
        print("records missing", missing);
        print("records delivered as deleted though alive", deletedThoughAlive);
        print("deletions not delivered", notToldDeleted);
    }

    private static void print(String what, List<String> ids) {
        System.out.printf(
                "%s: %d%s%n", what, ids.size(), ids.isEmpty() ? "" : " " + ids.subList(0, Math.min(TOLD, ids.size())));
    }
}
