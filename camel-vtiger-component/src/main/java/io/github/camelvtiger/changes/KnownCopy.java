package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies what one storage knows of records into another, some at a time. */
final class KnownCopy {

    private static final int AT_ONCE = 10_000;

    private final KnownStorage from;
    private final KnownStorage to;
    private final List<Long> numbers = new ArrayList<>(AT_ONCE);

    KnownCopy(KnownStorage from, KnownStorage to) {
        this.from = from;
        this.to = to;
    }

    /** Whatever the other one knew before is forgotten. */
    void make() {
        to.clear();
        from.numbers(number -> {
            numbers.add(number);
            if (numbers.size() == AT_ONCE) {
                copy();
            }
        });
        copy();
        Map<String, String> properties = from.properties();
        if (!properties.isEmpty()) {
            to.write(new KnownUpdate(Map.of(), new HashMap<>(properties)));
        }
    }

    private void copy() {
        if (!numbers.isEmpty()) {
            to.write(new KnownUpdate(new HashMap<>(from.read(numbers)), Map.of()));
            numbers.clear();
        }
    }
}
