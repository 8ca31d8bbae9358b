package io.github.camelvtiger.simulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter whose name continues in brackets, such as {@code a[]}, {@code a[x]} or {@code a[x][]}. */
final class PhpArray {

    /** PHP's max_input_nesting_level: what is deeper is not there. */
    private static final int DEEPEST = 64;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private long next;

    /** @param brackets the name from its first bracket on; what follows the last closing one is passed over */
    void put(String brackets, String value) {
        PhpArray array = this;
        String rest = brackets;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int end = rest.indexOf(']');
            String key = array.key(rest.substring(1, end));
            rest = rest.substring(end + 1);
            if (!rest.startsWith("[") || rest.indexOf(']') < 0) {
                array.values.put(key, value);
                return;
            }
            array = array.inner(key);
        }
    }

    /** A List if the keys are 0, 1, 2 ..., else a Map in order; the values are texts or the same again. */
    Object plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        boolean list = true;
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            list &= entry.getKey().equals(String.valueOf(plain.size()));
            plain.put(entry.getKey(), entry.getValue() instanceof PhpArray inner ? inner.plain() : entry.getValue());
        }
        return list ? List.copyOf(plain.values()) : plain;
    }

    private PhpArray inner(String key) {
        if (values.get(key) instanceof PhpArray there) {
            return there;
        }
        PhpArray inner = new PhpArray();
        values.put(key, inner);
        return inner;
    }

    private String key(String sent) {
        if (sent.isEmpty()) {
            return String.valueOf(next++);
        }
        if (sent.matches("0|[1-9]\\d{0,17}")) {
            next = Math.max(next, Long.parseLong(sent) + 1);
        }
        return sent;
    }
}
