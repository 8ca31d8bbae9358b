package io.github.camelvtiger.crm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update reads the whole record and writes it back, and encodes the description once more unless it is sent with it:
 * {@code ü} comes out as {@code &uuml;}, and each further update adds to that. Measured on all modules that have one;
 * {@code revise} does no such thing.
 */
final class OmittedDescription {

    private static final String FIELD = "description";

    private OmittedDescription() {}

    static boolean of(Map<String, ?> record) {
        return !record.containsKey(FIELD);
    }

    /** The record with the stored description, where there is anything in it that the server would encode. */
    static Map<String, Object> put(Map<String, ?> record, Map<String, Object> stored) {
        Map<String, Object> whole = new LinkedHashMap<>(record);
        if (stored.get(FIELD) instanceof String text && text.chars().anyMatch(OmittedDescription::isEncoded)) {
            whole.put(FIELD, text);
        }
        return whole;
    }

    private static boolean isEncoded(int character) {
        return character > 126 || "&<>\"'".indexOf(character) >= 0;
    }
}
