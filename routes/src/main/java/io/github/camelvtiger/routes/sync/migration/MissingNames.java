package io.github.camelvtiger.routes.sync.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Users, groups and others that the target does not have by name, and how many records name them. Safe for several threads. */
public final class MissingNames {

    private final Map<String, Map<String, Long>> missing = new TreeMap<>();

    synchronized void add(String module, String name) {
        missing.computeIfAbsent(module, same -> new TreeMap<>()).merge(name, 1L, Long::sum);
    }

    /** One sentence for each module, without its full stop. */
    public synchronized List<String> notes() {
        return missing.entrySet().stream()
                .map(module -> "the other CRM has no " + word(module.getKey()) + " "
                        + module.getValue().entrySet().stream()
                                .map(name -> name.getKey() + " (" + name.getValue() + ")")
                                .collect(Collectors.joining(", "))
                        + consequence(module.getKey()))
                .toList();
    }

    /** The same of each name, whatever the number of its records. */
    public synchronized List<String> names() {
        return missing.entrySet().stream()
                .flatMap(module -> module.getValue().keySet().stream()
                        .map(name -> "the other CRM has no " + word(module.getKey()) + " " + name
                                + consequence(module.getKey())))
                .toList();
    }

    private static String word(String module) {
        return switch (module) {
            case "Users" -> "user";
            case "Groups" -> "group";
            case "Currency" -> "currency";
            default -> "folder";
        };
    }

    private static String consequence(String module) {
        return switch (module) {
            case "Users", "Groups" -> ", whose records belong to the user of the connection";
            case "Currency" -> ", whose amounts are in its base currency";
            default -> ", whose documents are in its first folder";
        };
    }
}
