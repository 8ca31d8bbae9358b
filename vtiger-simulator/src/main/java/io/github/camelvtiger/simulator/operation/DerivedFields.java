package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/** Fields the server computes from others whenever a record is saved. */
final class DerivedFields {

    private static final Set<String> PRICED = Set.of("Products", "Services");

    private DerivedFields() {}

    /** @param texts of all fields; the computed ones are put in */
    static void create(ModuleMetadata module, Map<String, String> texts, CrmUser user) {
        switch (module.name()) {
            case "ModComments" -> texts.put("creator", user.id());
            case "Documents" -> texts.put("filesize", "0");
            case "Potentials" ->
                texts.put("forecast_amount", forecast(texts.get("amount"), texts.get("probability"), user));
            case "Products", "Services" -> texts.put("currency1", texts.get("unit_price"));
            default -> {}
        }
    }

    /** @param changes the computed ones are put in */
    static void change(StoredRow row, Map<String, String> changes, SentElement element, CrmUser user) {
        StoredRow changed = row.with(changes);
        if (row.module().name().equals("Potentials")) {
            changes.put("forecast_amount", forecast(changed.value("amount"), changed.value("probability"), user));
        }
        if (PRICED.contains(row.module().name())) {
            changes.put("currency1", priceAfter(changed, element));
        }
    }

    /** A save that does not send the price in the first currency sets it to nought ({@code webservice.md §10}). */
    private static String priceAfter(StoredRow changed, SentElement element) {
        return element.has("currency1") ? changed.value("unit_price") : "0";
    }

    private static String forecast(String amount, String probability, CrmUser user) {
        BigDecimal forecast = ColumnText.leadingNumber(amount)
                .multiply(ColumnText.leadingNumber(probability))
                .movePointLeft(2)
                .setScale(user.decimals(), RoundingMode.HALF_UP);
        return forecast.setScale(8, RoundingMode.UNNECESSARY).toPlainString();
    }
}
