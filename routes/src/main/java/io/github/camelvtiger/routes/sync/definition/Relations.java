package io.github.camelvtiger.routes.sync.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which related records are named in the records of a module.
 *
 * @param labels of relations, as the CRM's {@code relatedtypes} gives them; none for none
 * @param sweep how often a feed looks at the relations of all records, since the end of a relation moves no clock; empty if the
 *     file does not say
 */
public record Relations(List<String> labels, Optional<Duration> sweep) {

    public static final Relations NONE = new Relations(List.of(), Optional.empty());

    private static final Duration USUAL = Duration.ofDays(7);

    public Relations {
        labels = List.copyOf(labels);
    }

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** How often a feed looks at all of them. */
    public Duration every() {
        return sweep.orElse(USUAL);
    }
}
