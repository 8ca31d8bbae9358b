package io.github.camelvtiger.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The modules that {@code listtypes} gives the user.
 *
 * @param names API names in the server's order
 * @param labels what people call them, by API name: plural and singular
 * @param recordModules those of them that have records, other than types such as Groups and Currency
 */
public record ModuleTypes(List<String> names, Map<String, List<String>> labels, List<String> recordModules) {

    public boolean contains(String module) {
        return names.contains(module);
    }

    /**
     * API names that the user may have meant: those of which it is another spelling, the plural or singular, a label, or what
     * people call them elsewhere; else what is alike.
     */
    public List<String> nearest(String meant) {
        String wanted = WordForms.singular(NearestNames.folded(meant));
        Predicate<String> isMeant =
                name -> WordForms.singular(NearestNames.folded(name)).equals(wanted);
        List<String> exact = names.stream().filter(isMeant).toList();
        if (exact.isEmpty()) {
            exact = names.stream()
                    .filter(name ->
                            labels.getOrDefault(name, List.of()).stream().anyMatch(isMeant))
                    .toList();
        }
        if (exact.isEmpty()) {
            exact = ModuleSynonyms.ALL.entrySet().stream()
                    .filter(synonym -> isMeant.test(synonym.getKey()))
                    .flatMap(synonym -> synonym.getValue().stream())
                    .filter(names::contains)
                    .distinct()
                    .toList();
        }
        return exact.isEmpty() ? alike(meant) : exact;
    }

    private List<String> alike(String meant) {
        Set<String> nearest = new LinkedHashSet<>(NearestNames.of(meant, names));
        List<String> allLabels = new ArrayList<>();
        labels.values().forEach(allLabels::addAll);
        List<String> likeLabels = NearestNames.of(meant, allLabels);
        labels.forEach((name, called) -> {
            if (called.stream().anyMatch(likeLabels::contains)) {
                nearest.add(name);
            }
        });
        return nearest.stream().limit(3).toList();
    }
}
