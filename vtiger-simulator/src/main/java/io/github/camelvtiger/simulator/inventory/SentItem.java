package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.DoubleText;
import io.github.camelvtiger.simulator.store.SqlArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of {@code LineItems} as it was sent. */
record SentItem(Map<String, Object> values) {

    private static final List<String> KEPT = List.of(
            "quantity",
            "listprice",
            "discount_percent",
            "discount_amount",
            "comment",
            "description",
            "incrementondel",
            "image",
            "purchase_cost",
            "margin");

    /** @return empty for what PHP cannot use as an item: a number, a truth, a text */
    @SuppressWarnings("unchecked")
    static Optional<SentItem> of(Object value) {
        if (value == null || Boolean.FALSE.equals(value) || value instanceof List) {
            return Optional.of(new SentItem(Map.of()));
        }
        return value instanceof Map ? Optional.of(new SentItem((Map<String, Object>) value)) : Optional.empty();
    }

    String text(String field) {
        return SentTerms.text(values.get(field));
    }

    /** The text of a number; of false 0, not nothing. */
    String number(String field) {
        return Boolean.FALSE.equals(values.get(field)) ? "0" : text(field);
    }

    /** The number of the product, of {@code 14x5} and of {@code 5} alike; 0 for none. */
    long product() {
        String id = text("productid");
        if (id == null) {
            return 0;
        }
        String[] parts = id.split("x", -1);
        return (long) PhpNumber.cast(parts.length > 1 ? parts[1] : parts[0]);
    }

    /** The same, but of an id with its prefix only. */
    long prefixedProduct() {
        String id = text("productid");
        return id != null && id.indexOf('x') >= 0 ? product() : 0;
    }

    boolean hasOneOf(List<String> fields) {
        return fields.stream().anyMatch(field -> values.get(field) != null);
    }

    /** The texts to be stored, not yet fitted into the columns. */
    Map<String, String> stored(List<String> taxNames) {
        Map<String, String> stored = new LinkedHashMap<>();
        for (String field : KEPT) {
            stored.put(field, parameter(field));
        }
        for (String tax : taxNames) {
            stored.put(tax, parameter(tax));
        }
        return stored;
    }

    /** @throws NotANumber for an array without values */
    private String parameter(String field) {
        Object value = values.get(field);
        Object single = SqlArray.is(value) ? SqlArray.first(value).orElseThrow(() -> new NotANumber("[]")) : value;
        if (single == null) {
            return "";
        }
        if (single instanceof BigInteger || single instanceof Double) {
            return DoubleText.of(BigDecimal.valueOf(((Number) single).doubleValue()));
        }
        return Boolean.FALSE.equals(single) ? "0" : SentTerms.text(single);
    }

    /**
     * Computes what the server computes of an item before it stores it, for nothing but the errors in it.
     *
     * @param ownTaxes names of the taxes that count for this item
     * @throws NotANumber if one of the factors is none
     */
    void check(String listPrice, Collection<String> ownTaxes) {
        PhpNumber.operand(listPrice);
        PhpNumber.operand(values.get("quantity"));
        for (String discount : List.of("discount_amount", "discount_percent")) {
            if (!PhpNumber.isEmpty(text(discount))) {
                PhpNumber.operand(values.get(discount));
            }
        }
        for (String tax : ownTaxes) {
            if (values.get(tax) != null) {
                PhpNumber.operand(values.get(tax));
            }
        }
    }
}
