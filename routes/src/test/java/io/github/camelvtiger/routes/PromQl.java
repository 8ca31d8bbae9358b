package io.github.camelvtiger.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which series an expression of Prometheus reads, and by which labels it groups them.
 *
 * @param selectors in their order
 * @param grouping the labels after {@code by} and {@code on}
 */
record PromQl(List<Selector> selectors, Set<String> grouping) {

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{([^}]*)}|(\\()|)|[0-9][0-9.]*");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");

    /**
     * @param labels all that it names
     * @param values those that it wants to be equal to a value
     */
    record Selector(String metric, Set<String> labels, Map<String, String> values) {}

    static PromQl of(String expression) {
        Set<String> grouping = new HashSet<>();
        String rest = RANGE.matcher(expression).replaceAll(" ");
        rest = GROUPING.matcher(rest).replaceAll(found -> {
            grouping.addAll(List.of(found.group(1).trim().split("\\s*,\\s*")));
            return " ";
        });
        List<Selector> selectors = new ArrayList<>();
        Matcher found = SELECTOR.matcher(rest);
        while (found.find()) {
            String name = found.group(1);
            boolean function = found.group(3) != null;
            if (name != null && !function && !OPERATORS.contains(name)) {
                selectors.add(selector(name, found.group(2) == null ? "" : found.group(2)));
            }
        }
        return new PromQl(selectors, grouping);
    }

    private static Selector selector(String metric, String matchers) {
        Set<String> labels = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        MATCHER.matcher(matchers).results().forEach(matcher -> {
            labels.add(matcher.group(1));
            if (matcher.group(2).equals("=")) {
                values.put(matcher.group(1), matcher.group(3));
            }
        });
        return new Selector(metric, labels, values);
    }
}
