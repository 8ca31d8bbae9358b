package io.github.camelvtiger.values;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must be right in the items of an order. The server stores an item of any product that it is given, also of one that
 * does not exist or is a record of another module, passes over fields that it does not know, and on PHP 8 leaves an order
 * without items if an amount is not a number ({@code webservice.md §9}).
 */
final class ItemCheck {

    /** Of describe for LineItem, and what retrieve gives besides. */
    private static final List<String> FIELDS = List.of(
            "id",
            LineItems.PRODUCT,
            "quantity",
            "listprice",
            "discount_percent",
            "discount_amount",
            "comment",
            "description",
            "deleted");

    private static final Set<String> NUMBERS = Set.of("quantity", "listprice", "discount_percent", "discount_amount");

    private static final Pattern TAX = Pattern.compile("tax\\d+");

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static final Pattern TAX_IN_OTHER_CASE = Pattern.compile("(?!tax)(?i:tax)\\d+");

    private final FieldCheck fields;

    /** @param fields knows the prefixes of {@link LineItems#PRODUCTS} */
    ItemCheck(FieldCheck fields) {
        this.fields = fields;
    }

    /** All of them together, each with the number of its item from 1; empty if there is none. */
    Optional<FieldCheck.Fault> fault(Object items) {
        List<FieldCheck.Fault> faults = new ArrayList<>();
        int number = 0;
        for (Object element : items instanceof List<?> list ? list : List.of()) {
            number++;
            if (element instanceof Map<?, ?> item) {
                names(item, number, faults);
                numbers(item, number, faults);
                product(Objects.toString(item.get(LineItems.PRODUCT), ""), number, faults);
            }
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldCheck.Fault(
                        faults.stream().map(FieldCheck.Fault::sentence).collect(Collectors.joining(" ")),
                        faults.stream().anyMatch(FieldCheck.Fault::outdated)));
    }

    /** Values that the server would store as the number with which they begin, or over which it fails after the order is stored. */
    private static void numbers(Map<?, ?> item, int number, List<FieldCheck.Fault> faults) {
        item.forEach((key, value) -> {
            String name = String.valueOf(key);
            String text = Objects.toString(value, "").strip();
            if ((NUMBERS.contains(name) || TAX.matcher(name).matches()) && !(text.isEmpty() || isNumber(value, text))) {
                faults.add(new FieldCheck.Fault(
                        FieldCheck.sentence(
                                field(name, number, "double", List.of()),
                                text,
                                "is not a number; write it like 1234.5"),
                        false));
            }
        });
    }

    private static boolean isNumber(Object value, String text) {
        return value instanceof Number || NUMBER.matcher(text).matches();
    }

    private static Field field(String name, int number, String type, List<String> refersTo) {
        String place = name + " in item " + number + " of " + LineItems.FIELD;
        return new Field(place, place, type, true, true, refersTo, List.of());
    }

    private static void names(Map<?, ?> item, int number, List<FieldCheck.Fault> faults) {
        for (Object key : item.keySet()) {
            String name = String.valueOf(key);
            FIELDS.stream()
                    .filter(known -> known.equalsIgnoreCase(name) && !known.equals(name))
                    .findFirst()
                    .or(() -> TAX_IN_OTHER_CASE.matcher(name).matches()
                            ? Optional.of("tax" + name.substring(3))
                            : Optional.empty())
                    .ifPresent(meant -> faults.add(new FieldCheck.Fault(
                            "There is no field '" + name + "' in item " + number + " of LineItems; write " + meant
                                    + ", since names are case-sensitive.",
                            false)));
        }
    }

    private void product(String text, int number, List<FieldCheck.Fault> faults) {
        Field field = field(LineItems.PRODUCT, number, "reference", LineItems.PRODUCTS);
        if (!text.isBlank() && !RecordId.isOne(text)) {
            faults.add(new FieldCheck.Fault(
                    FieldCheck.sentence(field, text, "is not the id of a record; write it like 14x3"), false));
        } else {
            fields.reference(field, text).ifPresent(faults::add);
        }
    }
}
