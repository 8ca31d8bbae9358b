package io.github.camelvtiger;

import io.github.camelvtiger.names.NearestNames;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads names of operations; an unknown one is refused with the name that takes the fewest edits to become it. */
final class OperationNames {

    private OperationNames() {}

    /** @throws IllegalArgumentException for a name that is none */
    static VtigerOperation parse(String name) {
        return VtigerOperation.find(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    /** Two sentences about a name that is not that of an operation. */
    static String unknown(String name) {
        return "There is no operation '" + name + "'; did you mean '" + nearest(name) + "'? The operations are " + all()
                + ".";
    }

    /**
     * The option {@code allowedOperations}.
     *
     * @param list names separated by commas; null for none
     * @throws IllegalArgumentException naming the option, for a name that is none or not one of a producer
     */
    static Set<VtigerOperation> parseAllowed(String list) {
        Set<VtigerOperation> operations = EnumSet.noneOf(VtigerOperation.class);
        if (list != null) {
            for (String name : list.split(",")) {
                if (!name.isBlank()) {
                    operations.add(allowed(name.strip()));
                }
            }
        }
        return operations;
    }

    private static VtigerOperation allowed(String name) {
        return VtigerOperation.find(name)
                .filter(VtigerOperation::isProducer)
                .orElseThrow(() -> new IllegalArgumentException("The option allowedOperations names '" + name
                        + "', which is not an operation of a producer; did you mean '" + nearest(name)
                        + "'? The operations are " + all(VtigerOperation::isProducer) + "."));
    }

    private static String all(Predicate<VtigerOperation> chosen) {
        return Arrays.stream(VtigerOperation.values())
                .filter(chosen)
                .map(VtigerOperation::uriName)
                .collect(Collectors.joining(", "));
    }

    static String all() {
        return all(operation -> true);
    }

    private static String nearest(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return Arrays.stream(VtigerOperation.values())
                .map(VtigerOperation::uriName)
                .min(Comparator.comparingInt(name -> NearestNames.distance(lower, name.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }
}
