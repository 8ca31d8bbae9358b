package io.github.camelvtiger.vtql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows WHERE, as alternatives. VTQL has no parentheses, and AND binds tighter than OR
 * ({@code webservice.md §7}); so two conditions are joined by writing out every pair of their alternatives.
 *
 * @param alternatives each a chain of tests joined by AND; one of them must hold; empty: always holds
 * @param fields the names of the fields that are tested
 */
public record Condition(List<String> alternatives, Set<String> fields) {

    public static final Condition NONE = new Condition(List.of(), Set.of());

    /** A chain of tests that all must hold, written as VTQL wants them. */
    public static Condition all(String... tests) {
        return new Condition(List.of(String.join(" and ", tests)), Set.of());
    }

    /**
     * @param where as a user wrote it, without the word WHERE; null or blank for none
     * @throws io.github.camelvtiger.client.QuerySyntaxException when VTQL can't express it
     */
    public static Condition parse(String where) {
        return where == null || where.isBlank() ? NONE : new VtqlParser(where).condition();
    }

    public Condition or(Condition other) {
        if (alternatives.isEmpty() || other.alternatives.isEmpty()) {
            return NONE;
        }
        return new Condition(
                Stream.concat(alternatives.stream(), other.alternatives.stream())
                        .toList(),
                union(other));
    }

    public Condition and(Condition other) {
        if (alternatives.isEmpty() || other.alternatives.isEmpty()) {
            return alternatives.isEmpty() ? other : this;
        }
        List<String> pairs = new ArrayList<>();
        for (String own : alternatives) {
            for (String theirs : other.alternatives) {
                pairs.add(own + " and " + theirs);
            }
        }
        return new Condition(pairs, union(other));
    }

    private Set<String> union(Condition other) {
        return Stream.concat(fields.stream(), other.fields.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** {@code ""} where it always holds, else with the word and a space before it. */
    public String clause() {
        return alternatives.isEmpty() ? "" : " where " + this;
    }

    @Override
    public String toString() {
        return String.join(" or ", alternatives);
    }
}
