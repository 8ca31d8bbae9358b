package io.github.camelvtiger.simulator.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * A group of checks that share nothing with others.
 *
 * @param name as {@code --area} takes it
 */
record Area(String name) {

    /** All areas, in the order in which they run. */
    static List<Area> all() {
        return Stream.of(
                        "transport",
                        "auth",
                        "listtypes",
                        DescribeChecks.AREA,
                        "ids",
                        "crud",
                        "duplicates",
                        "references",
                        "modules",
                        "values",
                        "json",
                        "calendar",
                        "query",
                        "relations",
                        "comments",
                        "cascades",
                        "documents",
                        "inventory",
                        "leads",
                        "sync",
                        "users",
                        "ordinary",
                        "rights",
                        "profile",
                        "preferences",
                        CustomFieldChecks.AREA,
                        "hostile")
                .map(Area::new)
                .toList();
    }

    /** Tells the records of one area from those of another. */
    char letter() {
        return Character.forDigit(all().indexOf(this), Character.MAX_RADIX);
    }

    /** The file of its scripted checks; that of custom fields only has samples for them. */
    String file() {
        return name + ".json";
    }
}
