package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Fields the server computes from others whenever a record is saved. */
final class DerivedFields {

    private DerivedFields() {}

    /** @param stored the texts of the new record by field */
    static Map<String, String> created(ModuleMetadata module, UnaryOperator<String> stored, CrmUser user) {
        return switch (module.name()) {
            case "ModComments" -> Map.of("creator", user.id());
            case "Products", "Services" -> Map.of("currency1", stored.apply("unit_price"));
            default -> saved(module, stored, user);
        };
    }

    /** @param changed the record with what is being changed */
    static Map<String, String> changed(StoredRow changed, SentElement element, CrmUser user) {
        return switch (changed.module().name()) {
            case "Products", "Services" -> Map.of("currency1", priceAfter(changed, element));
            default -> saved(changed.module(), changed::value, user);
        };
    }

    private static Map<String, String> saved(ModuleMetadata module, UnaryOperator<String> stored, CrmUser user) {
        return switch (module.name()) {
            case "Potentials" ->
                Map.of("forecast_amount", forecast(stored.apply("amount"), stored.apply("probability"), user));
            case "Calendar", "Events" -> ActivityDuration.of(module, stored);
            default -> Map.of();
        };
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
