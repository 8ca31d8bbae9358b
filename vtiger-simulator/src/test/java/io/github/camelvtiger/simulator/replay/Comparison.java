package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer held against the recorded one.
 *
 * @param difference the first one found, as a path with both values; empty if they agree wholly
 */
record Comparison(Agreement agreement, String difference) {

    private static final int SHOWN = 160;

    static Comparison of(ReplayAnswer recorded, ReplayAnswer answered) {
        if (recorded.status() != answered.status() || recorded.isJson() != answered.isJson()) {
            return new Comparison(Agreement.NONE, both(kind(recorded), kind(answered)));
        }
        return recorded.isJson() ? ofJson(recorded, answered) : ofPages(recorded, answered);
    }

    private static Comparison ofPages(ReplayAnswer recorded, ReplayAnswer answered) {
        if (!recorded.contentType().equalsIgnoreCase(answered.contentType())) {
            return new Comparison(Agreement.NONE, both(recorded.contentType(), answered.contentType()));
        }
        if (recorded.text().isEmpty() != answered.text().isEmpty()) {
            return new Comparison(Agreement.CODE, both(recorded.text(), answered.text()));
        }
        boolean same = recorded.text().equals(answered.text());
        return same
                ? new Comparison(Agreement.WHOLE, "")
                : new Comparison(Agreement.KEYS, both(recorded.text(), answered.text()));
    }

    private static Comparison ofJson(ReplayAnswer recorded, ReplayAnswer answered) {
        JsonNode code = recorded.json().at("/error/code");
        if (recorded.success() != answered.success()
                || !code.equals(answered.json().at("/error/code"))) {
            return new Comparison(Agreement.NONE, both(recorded.text(), answered.text()));
        }
        List<String> shape = new ArrayList<>();
        shape("", recorded.json(), answered.json(), shape);
        if (!shape.isEmpty()) {
            return new Comparison(Agreement.CODE, String.join("; ", shape));
        }
        List<String> values = new ArrayList<>();
        values("", recorded.json(), answered.json(), values);
        return new Comparison(
                values.isEmpty() ? Agreement.WHOLE : Agreement.KEYS,
                String.join("; ", values.subList(0, Math.min(values.size(), 6))));
    }

    private static void shape(String path, JsonNode recorded, JsonNode answered, List<String> found) {
        if (!found.isEmpty()) {
            return;
        }
        if (recorded.getNodeType() != answered.getNodeType()) {
            found.add(path + " " + both(recorded.toString(), answered.toString()));
        } else if (recorded.isObject()) {
            List<String> expected = keys(recorded);
            List<String> actual = keys(answered);
            if (!expected.equals(actual)) {
                found.add(path + " keys " + keyDifference(expected, actual));
            }
            expected.stream()
                    .filter(answered::has)
                    .forEach(key -> shape(path + "/" + key, recorded.get(key), answered.get(key), found));
        } else if (recorded.isArray()) {
            if (recorded.isEmpty() != answered.isEmpty()) {
                found.add(path + " " + both(recorded.toString(), answered.toString()));
            }
            for (int i = 0; i < Math.min(recorded.size(), answered.size()); i++) {
                shape(path + "/" + i, recorded.get(i), answered.get(i), found);
            }
        }
    }

    private static void values(String path, JsonNode recorded, JsonNode answered, List<String> found) {
        if (recorded.isObject()) {
            recorded.properties()
                    .forEach(field -> values(
                            path + "/" + field.getKey(), field.getValue(), answered.path(field.getKey()), found));
        } else if (recorded.isArray() && recorded.size() == answered.size()) {
            for (int i = 0; i < recorded.size(); i++) {
                values(path + "/" + i, recorded.get(i), answered.get(i), found);
            }
        } else if (!recorded.equals(answered)) {
            found.add(path + " " + both(recorded.toString(), answered.toString()));
        }
    }

    private static String keyDifference(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(actual);
        List<String> additional = new ArrayList<>(actual);
        additional.removeAll(expected);
        return missing.isEmpty() && additional.isEmpty()
                ? "in another order"
                : "missing " + missing + ", additional " + additional;
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String kind(ReplayAnswer answer) {
        return answer.status() + " " + answer.contentType() + " " + answer.text();
    }

    private static String both(String recorded, String answered) {
        return "recorded " + cut(recorded) + ", answered " + cut(answered);
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text.isEmpty() ? "nothing" : text;
    }
}
