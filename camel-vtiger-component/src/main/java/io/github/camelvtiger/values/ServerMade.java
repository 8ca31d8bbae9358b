package io.github.camelvtiger.values;

import java.util.Set;

/** What the server writes itself, whatever is sent ({@code webservice.md §5}). */
public final class ServerMade {

    private static final Set<String> FIELDS = Set.of("id", "createdtime", "modifiedtime", "modifiedby");

    /** No fields of describe, but parts of a record that is read. */
    public static final Set<String> PARTS = Set.of("LineItems", "LineItems_FinalDetails", "label");

    private ServerMade() {}

    public static boolean field(String name) {
        return FIELDS.contains(name);
    }

    static boolean part(String name) {
        return PARTS.contains(name);
    }
}
