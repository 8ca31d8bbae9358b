package io.github.camelvtiger.values;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a record as the server has it with what was sent.
 *
 * @param compared names of the fields that are on both sides
 * @param different those of them whose values are not the same
 */
public record SentValues(List<String> compared, List<String> different) {

    /** Named by the caller or made by the server, so that they say nothing of what was written. */
    private static final Set<String> NOT_WRITTEN = Set.of("id", "createdtime", "modifiedtime", "modifiedby", "label");

    /**
     * @param stored as {@code retrieve} or {@code query} gave it
     * @param module whose fields say in which forms a value is the same; of a field that it has not the text must be
     */
    public static SentValues compare(Map<String, ?> sent, Map<String, ?> stored, ModuleDescription module) {
        FieldValues values = new FieldValues(module.name(), ZoneOffset.UTC);
        List<String> compared = new ArrayList<>();
        List<String> different = new ArrayList<>();
        sent.forEach((name, value) -> {
            if (stored.containsKey(name) && !NOT_WRITTEN.contains(name)) {
                compared.add(name);
                boolean same = LineItems.FIELD.equals(name)
                        ? sameItems(value, stored.get(name))
                        : same(values, module.field(name), value, stored.get(name));
                if (!same) {
                    different.add(name);
                }
            }
        });
        return new SentValues(compared, different);
    }

    /** Whether something was compared and nothing differs. */
    public boolean agree() {
        return !compared.isEmpty() && different.isEmpty();
    }

    private static boolean same(FieldValues values, Optional<Field> field, Object sent, Object stored) {
        String wanted = text(sent);
        String found = text(stored);
        if (wanted.strip().equals(found.strip())) {
            return true;
        }
        // The server keeps it in upper case (change-feed.md §6).
        if (field.isPresent() && "source".equals(field.get().name())) {
            return wanted.equalsIgnoreCase(found);
        }
        return field.isPresent()
                && values.same(field.get(), values.wire(field.get(), sent).value(), stored);
    }

    /** Of items no description is needed: what looks like a number is one, except for the comment. */
    private static boolean sameItemValue(String name, String wanted, String found) {
        if (wanted.strip().equals(found.strip())) {
            return true;
        }
        try {
            return !"comment".equals(name)
                    && new BigDecimal(wanted.strip()).compareTo(new BigDecimal(found.strip())) == 0;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    private static boolean sameItems(Object sent, Object stored) {
        if (!(sent instanceof Collection<?> wanted) || !(stored instanceof Collection<?> found)) {
            return false;
        }
        // An empty list leaves the items as they are (webservice.md §9).
        if (wanted.isEmpty()) {
            return true;
        }
        List<?> foundItems = List.copyOf(found);
        int place = 0;
        for (Object item : wanted) {
            boolean same = place < foundItems.size()
                    && item instanceof Map<?, ?> wantedItem
                    && foundItems.get(place) instanceof Map<?, ?> foundItem
                    && sameItem(wantedItem, foundItem);
            if (!same) {
                return false;
            }
            place++;
        }
        return place == foundItems.size();
    }

    /** Item ids change with every write. */
    private static boolean sameItem(Map<?, ?> wanted, Map<?, ?> found) {
        return wanted.entrySet().stream()
                .filter(field -> found.containsKey(field.getKey()))
                .filter(field ->
                        !Set.of("id", "parent_id", "sequence_no", "deleted").contains(String.valueOf(field.getKey())))
                .allMatch(field -> sameItemValue(
                        String.valueOf(field.getKey()), text(field.getValue()), text(found.get(field.getKey()))));
    }

    private static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return value == null ? "" : String.valueOf(value);
    }
}
