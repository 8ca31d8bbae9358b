package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names the fields of a record that differ from its last delivery, by the hashes that are known of it. */
final class ChangedFields {

    private final KnownRecordIndex known;

    ChangedFields(KnownRecordIndex known) {
        this.known = known;
    }

    /** What is known of the records of a page, for {@link #of}; nothing where fields are not distinguished. */
    Map<Long, KnownRecord> before(List<RecordState> page) {
        return known.level().holds(KnownLevel.FIELDS)
                ? known.entries(page.stream().map(row -> row.id().number()).toList())
                : Map.of();
    }

    /** In the server's order; null when the fields are not known. A field that was not read before counts as empty. */
    List<String> of(RecordState row, KnownRecord before) {
        List<String> names = before == null ? List.of() : known.properties().fieldSet(before.fieldSet());
        if (names.isEmpty() || names.size() != before.fields().length) {
            return null;
        }
        Map<String, Long> hashes = new HashMap<>();
        for (int field = 0; field < names.size(); field++) {
            hashes.put(names.get(field), before.fields()[field]);
        }
        long empty = FieldHashes.of(null);
        List<String> changed = new ArrayList<>();
        row.fields().forEach((name, value) -> {
            if (StateHash.isStable(name) && hashes.getOrDefault(name, empty) != FieldHashes.of(value)) {
                changed.add(name);
            }
        });
        return List.copyOf(changed);
    }
}
