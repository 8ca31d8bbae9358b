package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A VTQL condition as alternatives. VTQL has no parentheses and AND binds tighter than OR ({@code webservice.md §7}); so
 * a conjunction of two conditions is written out as every pair of their alternatives.
 *
 * @param alternatives each a chain of tests joined by AND; one of them must hold
 */
record Condition(List<String> alternatives) {

    /** Always holds. */
    static final Condition NONE = new Condition(List.of());

    private static final String OR = "or";

    static Condition all(String... tests) {
        return new Condition(List.of(String.join(" and ", tests)));
    }

    /** @param vtql as a user wrote it, without the word WHERE */
    static Condition parse(String vtql) {
        List<String> alternatives = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < vtql.length(); at++) {
            if (vtql.charAt(at) == '\'') {
                quoted = !quoted;
            } else if (!quoted && isWordAt(vtql, at)) {
                alternatives.add(vtql.substring(start, at).strip());
                start = at + OR.length();
            }
        }
        alternatives.add(vtql.substring(start).strip());
        return new Condition(alternatives);
    }

    private static boolean isWordAt(String text, int at) {
        return text.regionMatches(true, at, OR, 0, OR.length())
                && !isPartOfWord(text, at - 1)
                && !isPartOfWord(text, at + OR.length());
    }

    private static boolean isPartOfWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    Condition or(Condition other) {
        return new Condition(Stream.concat(alternatives.stream(), other.alternatives.stream())
                .toList());
    }

    Condition and(Condition other) {
        if (other.alternatives.isEmpty()) {
            return this;
        }
        return new Condition(alternatives.stream()
                .flatMap(own -> other.alternatives.stream().map(theirs -> own + " and " + theirs))
                .toList());
    }

    @Override
    public String toString() {
        return alternatives.stream().collect(Collectors.joining(" or "));
    }
}
