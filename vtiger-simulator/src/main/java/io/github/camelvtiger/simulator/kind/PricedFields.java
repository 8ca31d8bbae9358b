package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of Products and Services that come from the taxes and currencies of the server. */
final class PricedFields {

    private static final long BASE_CURRENCY = 1;

    private PricedFields() {}

    /** All taxes that are not deleted. */
    static Stream<StoredRow> taxes(CrmStore store) {
        return store.table("Tax").live().filter(tax -> tax.value("deleted").equals("0"));
    }

    /** The currencies that are in use besides the first one. */
    static Stream<StoredRow> otherCurrencies(CrmStore store) {
        return currencies(store).filter(currency -> currency.number() != BASE_CURRENCY);
    }

    static boolean baseCurrencyIsThere(CrmStore store) {
        return store.table("Currency").live(BASE_CURRENCY).isPresent();
    }

    private static Stream<StoredRow> currencies(CrmStore store) {
        return store.table("Currency").live().filter(currency -> currency.value("currency_status")
                .equals("Active"));
    }

    /** @param fields as they are described on a fresh server */
    static List<?> described(List<?> fields, CrmStore store) {
        List<Object> described = new ArrayList<>();
        fields.stream()
                .filter(field -> !((Map<?, ?>) field).get("name").toString().matches("(tax|currency)\\d+"))
                .forEach(described::add);
        taxes(store)
                .map(tax -> field(tax.value("taxname"), tax.value("taxlabel"), tax.value("percentage")))
                .forEach(described::add);
        currencies(store)
                .map(currency -> field(
                        "currency" + currency.number(),
                        currency.value("currency_name") + " " + currency.value("currency_code"),
                        ""))
                .forEach(described::add);
        return described;
    }

    private static Map<String, Object> field(String name, String label, String preset) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", name);
        field.put("label", label);
        field.put("type", Map.of("name", "double"));
        field.put("nullable", "1");
        field.put("editable", "1");
        field.put("mandatory", "");
        field.put("default", preset);
        return field;
    }
}
