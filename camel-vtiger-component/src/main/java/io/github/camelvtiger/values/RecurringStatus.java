package io.github.camelvtiger.values;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The status of the invoices that a recurring SalesOrder makes: mandatory in every SalesOrder, kept only while it recurs,
 * and otherwise read as an empty text, which the server refuses when it is sent back ({@code webservice.md §9}).
 */
public final class RecurringStatus {

    private static final String MODULE = "SalesOrder";
    private static final String FIELD = "invoicestatus";
    private static final String RECURS = "enable_recurring";
    private static final String USUAL = "AutoCreated";
    private static final Set<String> YES = Set.of("1", "on", "true", "yes");

    private RecurringStatus() {}

    /** The record as the server takes it: an empty status of an order that does not recur is left out, or is the usual one. */
    public static Map<String, Object> completed(WriteKind kind, String module, Map<String, Object> record) {
        boolean empty = MODULE.equals(module)
                && record.containsKey(FIELD)
                && text(record.get(FIELD)).isBlank();
        if (!empty || YES.contains(text(record.get(RECURS)).strip().toLowerCase(Locale.ROOT))) {
            return record;
        }
        Map<String, Object> completed = new LinkedHashMap<>(record);
        if (kind.wantsAllMandatory()) {
            completed.put(FIELD, USUAL);
        } else {
            completed.remove(FIELD);
        }
        return completed;
    }

    /** Whether the record has no such status because it does not recur, so that the one sent is not kept. */
    public static boolean isNotKept(String module, String field, Map<String, ?> stored) {
        return MODULE.equals(module)
                && FIELD.equals(field)
                && text(stored.get(FIELD)).isBlank();
    }

    private static String text(Object value) {
        return Objects.toString(ValueForms.unwrapped(value), "");
    }
}
