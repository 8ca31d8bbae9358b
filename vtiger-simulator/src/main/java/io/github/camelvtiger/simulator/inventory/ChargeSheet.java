package io.github.camelvtiger.simulator.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The charges of one inventory record and the taxes on them, in the form in which the server keeps and answers them:
 * {@code {"1":{"value":"10","taxes":{"1":"4.5","2":0,"3":0}}}}. What was sent is kept as it was sent.
 *
 * @param charges by number; the one charge of a fresh server is number 1, {@code Shipping & Handling}
 */
public record ChargeSheet(Map<String, Map<String, Object>> charges) {

    static final ChargeSheet NONE = new ChargeSheet(Map.of());

    /** How the one charge is called among the fields of a record. */
    static final String FIELD = "shipping_&_handling";

    private static final String VALUE = "value";
    private static final String TAXES = "taxes";
    private static final String PERCENT = "percent";

    /** The fields under which a record shows its charges. */
    public Map<String, Object> asFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        charges.forEach((number, charge) -> {
            // A charge that the server has lost the number of has no name either.
            String name = number.isEmpty() ? "" : FIELD;
            fields.put(name, charge.containsKey(PERCENT) ? charge.get(PERCENT) + "%" : charge.get(VALUE));
            taxes(charge).forEach((tax, percentage) -> fields.put(name + "_shtax" + tax, percentage));
        });
        return fields;
    }

    /** The percentage of a tax on the first charge, as a JSON value that was a text is read once more: as a number. */
    Object percentage(String tax) {
        Object percentage = taxes(charges.getOrDefault("1", Map.of())).get(tax);
        return percentage == null ? (Object) 0 : PhpNumber.cast(percentage.toString());
    }

    /**
     * The amounts of all taxes on charges.
     *
     * @throws NotANumber for a charge or a tax that is none
     */
    List<Double> taxAmounts() {
        List<Double> amounts = new ArrayList<>();
        forEachTax((value, percentage) -> amounts.add(PhpNumber.operand(value) * PhpNumber.operand(percentage) / 100));
        return amounts;
    }

    /** As {@link #taxAmounts}, but what is not a number counts for nothing. */
    double taxTotalShown() {
        double[] total = {0};
        forEachTax((value, percentage) -> total[0] += PhpNumber.cast(value) * PhpNumber.cast(percentage) / 100);
        return total[0];
    }

    private void forEachTax(BiConsumer<String, String> tax) {
        charges.values().forEach(charge -> taxes(charge)
                .values()
                .forEach(percentage -> tax.accept(text(charge.get(VALUE)), text(percentage))));
    }

    private static String text(Object value) {
        return value == null ? null : value instanceof Double number ? PhpRounding.text(number) : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> taxes(Map<String, Object> charge) {
        return (Map<String, Object>) charge.getOrDefault(TAXES, Map.of());
    }

    /** Collects the parts in the order in which they are said, which is the order of the answer. */
    static final class Builder {

        private final Map<String, Map<String, Object>> charges = new LinkedHashMap<>();

        void percent(Object percent) {
            charge("1").put(PERCENT, percent);
        }

        void value(Object value) {
            charge("1").put(VALUE, value);
        }

        void tax(String charge, String tax, Object percentage) {
            taxesOf(charge).put(tax, percentage);
        }

        void removeTax(String tax) {
            taxesOf("1").remove(tax);
        }

        ChargeSheet build() {
            return new ChargeSheet(charges);
        }

        private Map<String, Object> charge(String number) {
            return charges.computeIfAbsent(number, key -> new LinkedHashMap<>());
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> taxesOf(String number) {
            return (Map<String, Object>) charge(number).computeIfAbsent(TAXES, key -> new LinkedHashMap<>());
        }
    }
}
