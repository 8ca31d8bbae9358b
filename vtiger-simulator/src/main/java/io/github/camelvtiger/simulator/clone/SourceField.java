package io.github.camelvtiger.simulator.clone;

import java.util.Set;

/**
 * A field of the source, as far as it matters what its values may reveal.
 *
 * @param type as {@code describe} names it
 * @param choices the values of a picklist that {@code describe} lists
 * @param recordNumber whether the server numbers the records by it
 */
record SourceField(String name, String label, String type, Set<String> choices, boolean recordNumber) {}
