package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.FieldRule;
import io.github.camelvtiger.values.ServerMade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules for a sync file without {@code map:}: each column is the field of its API name, else of its label.
 *
 * @param rules field to its column
 * @param unknown columns that are called like no field at all
 * @param faults of columns that may mean several fields, and fields that several columns mean
 */
record NameMatching(Map<String, FieldRule> rules, List<String> unknown, List<String> faults) {

    /**
     * @param columns of the source, without those that are left out
     * @param ids whether a column {@code id} names the record of a row
     * @param references whether ids of other records and users are those of the target
     */
    static NameMatching of(List<String> columns, ModuleDescription module, boolean ids, boolean references) {
        NameMatching matching = new NameMatching(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, List<Field>> byWord = byWord(module);
        Map<String, String> taken = new LinkedHashMap<>();
        for (String column : columns) {
            List<Field> called = byWord.getOrDefault(Words.folded(column), List.of());
            if (called.isEmpty() && !column.equals(LineItems.FIELD)) {
                matching.unknown.add(column);
            }
            List<Field> candidates = called.stream()
                    .filter(field -> isTaken(field, ids, references))
                    .toList();
            if (candidates.size() > 1) {
                matching.faults.add("The column " + Words.shown(column) + " may mean "
                        + candidates.stream().map(Field::name).collect(Collectors.joining(" or "))
                        + "; add a 'map' that says which.");
            } else if (candidates.size() == 1) {
                Field field = candidates.get(0);
                String other = taken.putIfAbsent(field.name(), column);
                if (other == null) {
                    FieldRule rule = FieldRule.column(column);
                    matching.rules.put(field.name(), field.type().equals("owner") ? rule.ofOwner() : rule);
                } else {
                    matching.faults.add("The columns " + Words.shown(other) + " and " + Words.shown(column)
                            + " both mean the field " + field.name() + "; put one of them into 'ignore'.");
                }
            }
        }
        if (LineItems.MODULES.contains(module.name()) && columns.contains(LineItems.FIELD)) {
            matching.rules.put(LineItems.FIELD, FieldRule.column(LineItems.FIELD));
        }
        return matching;
    }

    /** Names win over labels: a label may be the name of another field. */
    private static Map<String, List<Field>> byWord(ModuleDescription module) {
        Map<String, List<Field>> known = new LinkedHashMap<>();
        module.fields().forEach(field -> known.put(Words.folded(field.name()), List.of(field)));
        Map<String, List<Field>> byLabel =
                module.fields().stream().collect(Collectors.groupingBy(field -> Words.folded(field.label())));
        byLabel.forEach(known::putIfAbsent);
        return known;
    }

    private static boolean isTaken(Field field, boolean ids, boolean references) {
        if (field.name().equals("id")) {
            return ids;
        }
        boolean refers = field.type().equals("reference") || field.type().equals("owner");
        return field.editable() && !ServerMade.field(field.name()) && (references || !refers);
    }
}
