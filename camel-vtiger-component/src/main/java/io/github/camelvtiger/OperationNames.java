package io.github.camelvtiger;

import io.github.camelvtiger.names.NearestNames;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads names of operations; an unknown one is refused with the name that takes the fewest edits to become it. */
final class OperationNames {

    private OperationNames() {}

    /** @throws IllegalArgumentException for a name that is none */
    static VtigerOperation parse(String name) {
        return VtigerOperation.find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no operation '" + name + "'; did you mean '"
                        + nearest(name) + "'? The operations are " + all() + "."));
    }

    /** @param list names separated by commas; null for none */
    static Set<VtigerOperation> parseList(String list) {
        Set<VtigerOperation> operations = EnumSet.noneOf(VtigerOperation.class);
        if (list != null) {
            for (String name : list.split(",")) {
                if (!name.isBlank()) {
                    operations.add(parse(name.strip()));
                }
            }
        }
        return operations;
    }

    static String all() {
        return Arrays.stream(VtigerOperation.values())
                .map(VtigerOperation::uriName)
                .collect(Collectors.joining(", "));
    }

    private static String nearest(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return Arrays.stream(VtigerOperation.values())
                .map(VtigerOperation::uriName)
                .min(Comparator.comparingInt(name -> NearestNames.distance(lower, name.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }
}
