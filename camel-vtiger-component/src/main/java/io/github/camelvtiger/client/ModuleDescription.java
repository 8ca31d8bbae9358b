package io.github.camelvtiger.client;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code describe} reports of a module ({@code webservice.md §6}).
 *
 * @param name the API name, e.g. {@code HelpDesk}
 * @param label what people call it, e.g. {@code Tickets}
 * @param idPrefix the number before the x of its records' ids
 * @param fields in the server's order
 * @param raw the whole answer as the server gave it
 */
public record ModuleDescription(String name, String label, int idPrefix, List<Field> fields, Map<String, Object> raw) {

    /**
     * Reads what {@code describe} answers, such as the body that {@code vtiger:describe} gives.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ModuleDescription of(Map<String, Object> raw) {
        return DescribedModule.of(raw);
    }

    /** A copy: the description itself is shared by all who ask. */
    @Override
    public Map<String, Object> raw() {
        return new LinkedHashMap<>(raw);
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /**
     * The fields that make up what people call a record, such as {@code firstname} and {@code lastname}, in their order.
     * {@code describe} gives some of them by the name of their column ({@code title} for {@code ticket_title}).
     */
    public List<Field> labelFields() {
        return Arrays.stream(String.valueOf(raw.getOrDefault("labelFields", "")).split(","))
                .flatMap(name -> field(name.strip()).or(() -> ofColumn(name.strip())).stream())
                .toList();
    }

    private Optional<Field> ofColumn(String column) {
        return column.isEmpty()
                ? Optional.empty()
                : fields.stream()
                        .filter(field -> field.name().endsWith("_" + column))
                        .findFirst();
    }

    /**
     * @param type the server's type name: string, text, reference, owner, picklist, multipicklist, boolean, currency,
     *     double, integer, date, datetime, time, ...
     * @param refersTo the modules a reference may point to; empty for other types
     * @param picklistValues the values the CRM's forms offer; the server itself does not check them
     * @param length how many characters it holds; empty where that is not known
     */
    public record Field(
            String name,
            String label,
            String type,
            boolean mandatory,
            boolean editable,
            List<String> refersTo,
            List<String> picklistValues,
            OptionalInt length) {

        public Field(
                String name,
                String label,
                String type,
                boolean mandatory,
                boolean editable,
                List<String> refersTo,
                List<String> picklistValues) {
            this(name, label, type, mandatory, editable, refersTo, picklistValues, OptionalInt.empty());
        }
    }
}
