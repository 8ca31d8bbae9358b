package io.github.camelvtiger.simulator.http;

import java.util.Iterator;
import java.util.Map;

/**
 * JSON as PHP's {@code json_encode} writes it: ASCII only, slashes escaped, an empty map is an empty list
 * ({@code webservice.md §1}).
 */
final class PhpJson {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    /** @param value Map, Iterable, text, Number, Boolean or null */
    static String encoded(Object value) {
        PhpJson json = new PhpJson();
        json.append(value);
        return json.out.toString();
    }

    private void append(Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            appendMap(map);
        } else if (value instanceof Map<?, ?>) {
            out.append("[]");
        } else if (value instanceof Iterable<?> items) {
            appendItems(items);
        } else if (value instanceof Double || value instanceof Float) {
            appendDouble(((Number) value).doubleValue());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            appendText(value.toString());
        }
    }

    private void appendMap(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            appendText(String.valueOf(entry.getKey()));
            out.append(':');
            append(entry.getValue());
            before = ',';
        }
        out.append('}');
    }

    private void appendItems(Iterable<?> items) {
        out.append('[');
        for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
            append(each.next());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    /** PHP writes 100.0 as 100. */
    private void appendDouble(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else {
            out.append(value);
        }
    }

    private void appendText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '/' -> out.append("\\/");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c > '~' + 1) {
                        out.append("\\u")
                                .append(HEX.charAt(c >> 12))
                                .append(HEX.charAt(c >> 8 & 15))
                                .append(HEX.charAt(c >> 4 & 15))
                                .append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
