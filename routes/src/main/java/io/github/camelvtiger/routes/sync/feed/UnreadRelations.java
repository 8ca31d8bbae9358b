package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.values.RecordCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The relations that files of a sync do not have: those of many records to many, which no reference field of the related module
 * holds, and which {@code relations} does not name from either side.
 *
 * @param labels of the relations of each module that has such
 */
public record UnreadRelations(Map<String, List<String>> labels) {

    private static final int SHOWN = 5;

    /**
     * @param modules that are read
     * @param types the relations of a module: label to module
     * @param describe empty if the user may not read the module
     */
    public static UnreadRelations of(
            SyncDefinition sync,
            List<String> modules,
            Function<String, Map<String, String>> types,
            Function<String, Optional<ModuleDescription>> describe) {
        Map<String, Map<String, String>> relations = new LinkedHashMap<>();
        modules.forEach(module -> relations.put(module, types.apply(module)));
        Map<String, List<String>> labels = new LinkedHashMap<>();
        relations.forEach((module, of) -> {
            List<String> unread = of.entrySet().stream()
                    .filter(relation -> !names(sync, module, relation.getKey())
                            && !namesBack(sync, relations.getOrDefault(relation.getValue(), Map.of()), relation, module)
                            && describe.apply(relation.getValue())
                                    .map(related -> !refers(related, module))
                                    .orElse(false))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!unread.isEmpty()) {
                labels.put(module, unread);
            }
        });
        return new UnreadRelations(labels);
    }

    private static boolean names(SyncDefinition sync, String module, String label) {
        return sync.part(module).relations().labels().contains(label);
    }

    /** Whether the related module is read with its relation to this one. */
    private static boolean namesBack(
            SyncDefinition sync, Map<String, String> back, Map.Entry<String, String> relation, String module) {
        return sync.part(relation.getValue()).relations().labels().stream()
                .anyMatch(label -> module.equals(back.get(label)));
    }

    private static boolean refers(ModuleDescription related, String module) {
        return related.fields().stream()
                .anyMatch(field -> RecordCheck.targets(field).contains(module));
    }

    /** One line of a summary, without its full stop; empty if nothing is left out. */
    public Optional<String> summary() {
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, List<String>> first = labels.entrySet().iterator().next();
        long number = labels.values().stream().mapToLong(List::size).sum();
        String which = labels.size() == 1
                ? shown(first.getValue()) + " of " + first.getKey()
                : number + " of " + labels.size() + " modules, such as "
                        + first.getValue().get(0) + " of " + first.getKey()
                        + " ('sync check' names them all)";
        return Optional.of("relations of many records to many are left out: " + which + "; 'relations' adds their ids");
    }

    private static String shown(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }

    /** All of them, in one sentence; empty if nothing is left out. */
    public Optional<String> note() {
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of("Relations of many records to many are left out, unless 'relations' names them: "
                        + labels.entrySet().stream()
                                .map(module -> module.getKey() + " (" + String.join(", ", module.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
