package io.github.camelvtiger.simulator.conformance;

import java.util.ArrayList;
import java.util.List;

/** Says in a few words how two lists of names differ. */
final class KeyOrder {

    private KeyOrder() {}

    static String difference(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(actual);
        List<String> extra = new ArrayList<>(actual);
        extra.removeAll(expected);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            return "keys missing " + missing + ", too many " + extra;
        }
        int place = 0;
        int shorter = Math.min(expected.size(), actual.size());
        while (place < shorter && expected.get(place).equals(actual.get(place))) {
            place++;
        }
        return "order of keys: at " + place + " expected " + at(expected, place) + ", got " + at(actual, place);
    }

    private static String at(List<String> keys, int place) {
        return place < keys.size() ? keys.get(place) : "the end";
    }
}
