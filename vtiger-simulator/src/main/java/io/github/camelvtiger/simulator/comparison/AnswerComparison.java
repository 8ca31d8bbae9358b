package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One answer compared with that of another server to the same call.
 *
 * @param differences the first ones, as paths with both values; empty if they agree wholly
 */
record AnswerComparison(Agreement agreement, String differences) {

    /** What a server makes up, or its installation says. */
    private static final Set<String> OWN =
            Set.of("token", "serverTime", "expireTime", "sessionName", "key", "accesskey", "maxUploadFileSize");

    private static final int SHOWN = 160;
    private static final int LISTED = 6;

    static AnswerComparison of(Answer one, Answer other, Correspondence same) {
        JsonNode first = one.json();
        JsonNode second = other.json();
        if (one.status() != other.status() || first.isObject() != second.isObject()) {
            return new AnswerComparison(Agreement.NONE, both(one.text(), other.text()));
        }
        return first.isObject() ? ofJson(first, second, same) : ofPages(one, other, same);
    }

    private static AnswerComparison ofPages(Answer one, Answer other, Correspondence same) {
        if (!one.contentType().equalsIgnoreCase(other.contentType())
                || one.body().isEmpty() != other.body().isEmpty()) {
            return new AnswerComparison(Agreement.NONE, both(one.text(), other.text()));
        }
        return same.same("", withoutBacktrace(one.body()), withoutBacktrace(other.body()))
                ? new AnswerComparison(Agreement.WHOLE, "")
                : new AnswerComparison(Agreement.KEYS, both(one.text(), other.text()));
    }

    /** PHP prints where in its installation something failed, by files and lines. */
    private static String withoutBacktrace(String page) {
        return page.replaceFirst("(?s)<pre>array \\(.*</pre>", "");
    }

    private static AnswerComparison ofJson(JsonNode one, JsonNode other, Correspondence same) {
        if (!one.path("success").equals(other.path("success"))
                || !one.at("/error/code").equals(other.at("/error/code"))) {
            return new AnswerComparison(Agreement.NONE, both(one.toString(), other.toString()));
        }
        List<String> shape = new ArrayList<>();
        shape("", one, other, shape);
        if (!shape.isEmpty()) {
            return new AnswerComparison(Agreement.CODE, listed(shape));
        }
        List<String> values = new ArrayList<>();
        // The number of a record may come before its id, so the first pass only learns which ids correspond.
        values("", "", one, other, same, new ArrayList<>());
        values("", "", one, other, same, values);
        return new AnswerComparison(values.isEmpty() ? Agreement.WHOLE : Agreement.KEYS, listed(values));
    }

    private static void shape(String path, JsonNode one, JsonNode other, List<String> found) {
        if (one.getNodeType() != other.getNodeType()) {
            found.add(path + " " + both(one.toString(), other.toString()));
        } else if (one.isObject()) {
            List<String> keys = keys(one);
            List<String> otherKeys = keys(other);
            if (!keys.equals(otherKeys)) {
                found.add(path + " " + keyDifference(keys, otherKeys));
            }
            keys.stream()
                    .filter(other::has)
                    .forEach(key -> shape(path + "/" + key, one.get(key), other.get(key), found));
        } else if (one.isArray()) {
            if (one.isEmpty() != other.isEmpty()) {
                found.add(path + " " + both(one.toString(), other.toString()));
            }
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                shape(path + "/" + i, one.get(i), other.get(i), found);
            }
        }
    }

    private static void values(
            String path, String key, JsonNode one, JsonNode other, Correspondence same, List<String> found) {
        if (one.isObject()) {
            one.properties()
                    .forEach(field -> values(
                            path + "/" + field.getKey(),
                            field.getKey(),
                            field.getValue(),
                            other.path(field.getKey()),
                            same,
                            found));
        } else if (one.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                values(path + "/" + i, key, one.get(i), other.get(i), same, found);
            }
        } else if (!OWN.contains(key) && !equal(key, one, other, same)) {
            found.add(path + " " + both(one.toString(), other.toString()));
        }
    }

    private static boolean equal(String key, JsonNode one, JsonNode other, Correspondence same) {
        return one.isTextual() && other.isTextual()
                ? same.same(key, one.asText(), other.asText())
                : one.isNumber() && other.isNumber() ? one.doubleValue() == other.doubleValue() : one.equals(other);
    }

    private static String keyDifference(List<String> one, List<String> other) {
        List<String> missing = new ArrayList<>(one);
        missing.removeAll(other);
        List<String> additional = new ArrayList<>(other);
        additional.removeAll(one);
        return missing.isEmpty() && additional.isEmpty()
                ? "keys in another order: " + one + ", other " + other
                : "keys only here " + missing + ", only there " + additional;
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String both(String one, String other) {
        return cut(one) + ", other " + cut(other);
    }

    private static String listed(List<String> found) {
        return String.join("; ", found.subList(0, Math.min(found.size(), LISTED)));
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
