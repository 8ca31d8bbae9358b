package io.github.camelvtiger.simulator.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
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

    /** PHP's max_input_vars: further variables are not there. */
    static final int MOST = 1000;

    static final PhpParameters NONE = ofTexts(Map.of());

    static PhpParameters ofTexts(Map<String, String> texts) {
        return new PhpParameters(texts, Map.of());
    }

    /** @param encoded null for none */
    static PhpParameters ofQuery(String encoded) {
        return encoded == null ? NONE : ofUrlEncoded(encoded.getBytes(StandardCharsets.UTF_8), MOST);
    }

    /** PHP counts the variables of a form a little differently (seen on 8.2.0). */
    static PhpParameters ofForm(byte[] encoded) {
        return ofUrlEncoded(encoded, MOST + 1);
    }

    private static PhpParameters ofUrlEncoded(byte[] encoded, int most) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        int start = 0;
        while (start < encoded.length && pairs.size() < most) {
            int end = indexOf(encoded, '&', start, encoded.length);
            int equals = indexOf(encoded, '=', start, end);
            if (end > start) {
                pairs.add(Map.entry(decoded(encoded, start, equals), decoded(encoded, Math.min(equals + 1, end), end)));
            }
            start = end + 1;
        }
        return ofPairs(pairs);
    }

    /** @return the end for none */
    private static int indexOf(byte[] bytes, char wanted, int start, int end) {
        int i = start;
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return i;
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

    /** The parameter; {@code ""} if it is absent, empty or {@code "0"}: PHP takes these for false. */
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
    private static String decoded(byte[] in, int start, int end) {
        byte[] out = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            int high = in[i] == '%' && i + 2 < end ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
            }
        }
        return text(ByteBuffer.wrap(out, 0, length));
    }

    /** What is not UTF-8 becomes half of a surrogate pair, so that it is not taken for a character. */
    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith("\udcff")
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a decoder that replaces cannot fail", e);
        }
    }
}
