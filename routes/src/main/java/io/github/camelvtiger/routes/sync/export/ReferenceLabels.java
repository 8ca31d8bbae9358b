package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.values.RecordCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds what people call the records to which a record refers, by one query for all ids of a module in a portion. What was found is
 * used for five minutes.
 */
final class ReferenceLabels {

    private static final Duration USED = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private final CrmQuestions crm;
    private final String module;
    private final InstantSource clock;
    private final Map<String, ModuleDescription> described = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private Instant fresh = Instant.MIN;

    ReferenceLabels(CrmQuestions crm, String module, InstantSource clock) {
        this.crm = crm;
        this.module = module;
        this.clock = clock;
    }

    /** Safe for several threads. */
    synchronized void addTo(List<Map<String, Object>> records) {
        if (fresh.plus(USED).isBefore(clock.instant()) || labels.size() > REMEMBERED) {
            labels.clear();
            described.clear();
            fresh = clock.instant();
        }
        List<Field> fields = AddedColumns.referring(describe(module));
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (Map<String, Object> record : records) {
            for (Field field : fields) {
                id(record, field).filter(id -> !labels.containsKey(id)).ifPresent(id -> moduleOf(field, id)
                        .ifPresent(target -> wanted.computeIfAbsent(target, same -> new LinkedHashSet<>())
                                .add(id)));
            }
        }
        wanted.forEach((target, ids) -> lookUp(describe(target), List.copyOf(ids)));
        for (Map<String, Object> record : records) {
            for (Field field : fields) {
                record.put(
                        AddedColumns.label(field),
                        id(record, field).map(id -> labels.getOrDefault(id, "")).orElse(""));
            }
        }
    }

    private ModuleDescription describe(String name) {
        return described.computeIfAbsent(name, crm::describe);
    }

    private static Optional<String> id(Map<String, Object> record, Field field) {
        return record.get(field.name()) instanceof String text && RecordId.isOne(text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private Optional<String> moduleOf(Field field, String id) {
        int prefix = RecordId.parse(id).prefix();
        List<String> targets = new ArrayList<>(RecordCheck.targets(field));
        if (targets.contains("Users") && !targets.contains("Groups")) {
            targets.add("Groups");
        }
        return targets.stream()
                .filter(target -> describe(target).idPrefix() == prefix)
                .findFirst();
    }

    /** One that is not shown has no label. */
    private void lookUp(ModuleDescription target, List<String> ids) {
        List<String> fields = target.labelFields().stream().map(Field::name).toList();
        ids.forEach(id -> labels.put(id, ""));
        if (fields.isEmpty()) {
            return;
        }
        crm.query(
                        "SELECT id, " + String.join(", ", fields) + " FROM " + target.name() + " WHERE id IN (:ids)",
                        Map.of("ids", ids))
                .forEach(row -> labels.put(
                        String.valueOf(row.get("id")),
                        fields.stream()
                                .map(field -> String.valueOf(row.getOrDefault(field, "")))
                                .filter(text -> !text.isBlank())
                                .collect(Collectors.joining(" "))));
    }
}
