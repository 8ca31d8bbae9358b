package io.github.camelvtiger.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters as PHP sees them in {@code $_GET} or {@code $_POST}: the last of a name wins, {@code name[]} is an array.
 *
 * @param texts the plain parameters
 * @param arrays parameters that were sent as an array
 */
record PhpParameters(Map<String, String> texts, Map<String, PhpArray> arrays) {

    static final PhpParameters NONE = ofTexts(Map.of());

    static PhpParameters ofTexts(Map<String, String> texts) {
        return new PhpParameters(texts, Map.of());
    }

    /** @param encoded a query string or the body of a form; null for none */
    static PhpParameters ofUrlEncoded(String encoded) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            pairs.add(Map.entry(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1))));
        }
        return ofPairs(pairs);
    }

    static PhpParameters ofPairs(List<Map.Entry<String, String>> pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, PhpArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs) {
            int bracket = pair.getKey().indexOf('[');
            boolean array = bracket > 0 && pair.getKey().indexOf(']', bracket) > 0;
            // PHP has no such characters in the names of its variables.
            String name = (array ? pair.getKey().substring(0, bracket) : pair.getKey())
                    .replace('.', '_')
                    .replace(' ', '_');
            if (name.isEmpty()) {
                continue;
            }
            if (array) {
                texts.remove(name);
                arrays.computeIfAbsent(name, any -> new PhpArray())
                        .put(pair.getKey().substring(bracket), pair.getValue());
            } else {
                arrays.remove(name);
                texts.put(name, pair.getValue());
            }
        }
        return new PhpParameters(texts, arrays);
    }

    /** {@code $_REQUEST}: this one's parameters, those of {@code later} win. */
    PhpParameters mergedWith(PhpParameters later) {
        Map<String, String> texts = new LinkedHashMap<>(this.texts);
        Map<String, PhpArray> arrays = new LinkedHashMap<>(this.arrays);
        later.texts.forEach((name, value) -> {
            arrays.remove(name);
            texts.put(name, value);
        });
        later.arrays.forEach((name, array) -> {
            texts.remove(name);
            arrays.put(name, array);
        });
        return new PhpParameters(texts, arrays);
    }

    /** The same with each array as the text of its JSON. */
    PhpParameters withArraysAsJson() {
        Map<String, String> all = new LinkedHashMap<>(texts);
        arrays.forEach((name, array) -> all.put(name, PhpJson.encoded(array.plain())));
        return ofTexts(all);
    }

    /** The parameter; {@code ""} where it is absent, empty or {@code "0"}: PHP takes these for false. */
    String text(String name) {
        return truthy(texts.getOrDefault(name, ""));
    }

    /** All parameters without those that PHP takes for false. */
    Map<String, String> truthyTexts() {
        Map<String, String> truthy = new LinkedHashMap<>();
        texts.forEach((name, value) -> {
            if (!truthy(value).isEmpty()) {
                truthy.put(name, value);
            }
        });
        return truthy;
    }

    private static String truthy(String value) {
        return "0".equals(value) ? "" : value;
    }

    /** A percent sign that starts no escape stays as it is, as in PHP: the JDK's decoder would throw. */
    private static String decoded(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
