package io.github.camelvtiger.routes.sync.migration;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.values.RecordCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which modules move: each behind those to which its records refer. In a circle the module with the fewest references that
 * its records cannot do without is first.
 */
public final class ModuleOrder {

    private ModuleOrder() {}

    /** @param describe what the CRM says of a module */
    public static List<String> of(List<String> modules, Function<String, ModuleDescription> describe) {
        Map<String, Needs> needs = new LinkedHashMap<>();
        modules.forEach(module -> needs.put(module, Needs.of(describe.apply(module), modules)));
        List<String> ordered = new ArrayList<>();
        while (!needs.isEmpty()) {
            String next = needs.keySet().stream()
                    .min(Comparator.<String>comparingLong(
                                    module -> needs.get(module).mandatory(needs.keySet()))
                            .thenComparingLong(module -> needs.get(module).all(needs.keySet())))
                    .orElseThrow();
            ordered.add(next);
            needs.remove(next);
        }
        return ordered;
    }

    /**
     * The other modules to which the records of one refer.
     *
     * @param mandatory those of fields that must not be empty
     */
    private record Needs(Set<String> mandatory, Set<String> all) {

        static Needs of(ModuleDescription module, List<String> modules) {
            Set<String> mandatory = new LinkedHashSet<>();
            Set<String> all = new LinkedHashSet<>();
            for (Field field : module.fields()) {
                List<String> targets = RecordCheck.targets(field);
                all.addAll(targets);
                if (field.mandatory()) {
                    mandatory.addAll(targets);
                }
            }
            if (LineItems.MODULES.contains(module.name())) {
                mandatory.addAll(LineItems.PRODUCTS);
                all.addAll(LineItems.PRODUCTS);
            }
            for (Set<String> each : List.of(mandatory, all)) {
                each.retainAll(modules);
                each.remove(module.name());
            }
            return new Needs(mandatory, all);
        }

        long mandatory(Set<String> left) {
            return mandatory.stream().filter(left::contains).count();
        }

        long all(Set<String> left) {
            return all.stream().filter(left::contains).count();
        }
    }
}
