package io.github.camelvtiger.crm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the server's results, where an empty object comes as an empty array ({@code webservice.md §1}). */
final class Results {

    private Results() {}

    /** Empty where it is not an object. Not a copy: an answer belongs to whoever asked. */
    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> given ? (Map<String, Object>) given : new LinkedHashMap<>();
    }

    /** Empty where it is not an array. */
    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    /** Some flags come as text ({@code webservice.md §6}). */
    static boolean flag(Object value) {
        return Boolean.TRUE.equals(value) || "1".equals(value);
    }
}
