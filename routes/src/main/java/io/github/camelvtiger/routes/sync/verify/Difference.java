package io.github.camelvtiger.routes.sync.verify;

import java.util.List;
import java.util.Locale;

/**
 * A record that the target does not have as the CRM has it.
 *
 * @param fields those that differ; none unless it is {@link Kind#CHANGED}
 */
public record Difference(String id, Kind kind, List<String> fields) {

    /** What is different. */
    public enum Kind {
        /** The target lacks the record. */
        MISSING,
        /** The target has it, and the CRM does not. */
        EXTRA,
        /** They have other values. */
        CHANGED
    }

    public Difference {
        fields = List.copyOf(fields);
    }

    public static Difference missing(String id) {
        return new Difference(id, Kind.MISSING, List.of());
    }

    public static Difference extra(String id) {
        return new Difference(id, Kind.EXTRA, List.of());
    }

    public static Difference changed(String id, List<String> fields) {
        return new Difference(id, Kind.CHANGED, fields);
    }

    /** Such as {@code changed 12x34: lastname, phone}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id
                + (fields.isEmpty() ? "" : ": " + String.join(", ", fields));
    }
}
