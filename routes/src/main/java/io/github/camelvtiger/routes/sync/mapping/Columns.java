package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.names.NearestNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a source, found by name: as it is written, else without regard to case and spaces.
 *
 * @param names none if each row names its own, as in JSON
 */
record Columns(List<String> names, Map<String, String> folded) {

    static Columns of(List<String> names) {
        Map<String, String> folded = new LinkedHashMap<>();
        names.forEach(name -> folded.putIfAbsent(Words.folded(name), name));
        return new Columns(List.copyOf(names), folded);
    }

    boolean isKnown() {
        return !names.isEmpty();
    }

    Optional<String> find(String name) {
        return names.contains(name) ? Optional.of(name) : Optional.ofNullable(folded.get(Words.folded(name)));
    }

    /** The sentence about a column that is not there. */
    String missing(String name) {
        List<String> nearest = NearestNames.of(name, names);
        Collection<String> offered = nearest.isEmpty() ? names : nearest;
        return "The source has no column " + Words.shown(name) + "; "
                + (nearest.isEmpty()
                        ? "it has " + String.join(", ", offered) + "."
                        : "did you mean " + String.join(" or ", offered) + "?");
    }
}
