package io.github.camelvtiger.values;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several values of one field: the server keeps {@code A |##| B} ({@code webservice.md §6}). */
final class MultiPicklistText {

    private static final String BETWEEN = " |##| ";
    private static final Pattern OWN_SEPARATOR = Pattern.compile("\\s*\\|##\\|\\s*");
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("\\s*[;,\\n]\\s*");

    private MultiPicklistText() {}

    /** The values in their order, each once. */
    static Set<String> values(String text) {
        return split(OWN_SEPARATOR, text);
    }

    /**
     * @param text values between the server's own separator; between semicolons, commas or line ends only where all of
     *     them are known, since a value may have these in it
     */
    static String normal(String text, List<String> known) {
        if (!text.contains("|##|") && !known.contains(text)) {
            Set<String> others = split(OTHER_SEPARATOR, text);
            if (others.size() > 1 && known.containsAll(others)) {
                return joined(others.stream());
            }
        }
        return joined(values(text).stream());
    }

    static String joined(Stream<String> values) {
        return values.distinct().collect(Collectors.joining(BETWEEN));
    }

    private static Set<String> split(Pattern separator, String text) {
        return Arrays.stream(separator.split(text.strip()))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
