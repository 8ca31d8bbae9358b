package io.github.camelvtiger.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * How many characters a field holds: as {@code describe} reports if it does (Vtiger Cloud, as a text or a number), else
 * as the standard fields of Vtiger 8 do. What is longer is cut off without a word ({@code webservice.md §6}).
 */
final class FieldLengths {

    private static final Properties STANDARD = read();

    private FieldLengths() {}

    /** @param described the {@code length} in a field's type; null for none */
    static OptionalInt of(String module, String field, Object described) {
        String text = described == null
                ? STANDARD.getProperty(module + "." + field, "")
                : described.toString().strip();
        return text.matches("[1-9]\\d{0,8}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Properties read() {
        Properties lengths = new Properties();
        try (InputStream resource = FieldLengths.class.getResourceAsStream("lengths.properties")) {
            lengths.load(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lengths;
    }
}
