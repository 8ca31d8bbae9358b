package io.github.camelvtiger.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** API names that the user may have meant: by label first, then by likeness. */
    public List<String> nearest(String meant) {
        Set<String> nearest = new LinkedHashSet<>();
        String wanted = NearestNames.folded(meant);
        labels.forEach((name, called) -> {
            if (called.stream().anyMatch(label -> NearestNames.folded(label).equals(wanted))) {
                nearest.add(name);
            }
        });
        nearest.addAll(NearestNames.of(meant, names));
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
