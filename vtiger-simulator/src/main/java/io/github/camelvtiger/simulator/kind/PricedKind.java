package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.FieldText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Products and Services: prices by currency and taxes are stored beside the fields ({@code webservice.md §10}). */
abstract class PricedKind implements ModuleKind {

    @Override
    public Map<String, String> beside(SentElement element, CrmStore store) {
        Map<String, String> texts = ProductTaxTexts.of(element, store);
        PricedFields.otherCurrencies(store)
                .map(currency -> "currency" + currency.number())
                .forEach(price -> {
                    String amount =
                            ColumnText.leadingNumber(element.text(price)).toPlainString();
                    texts.put(price, isNumber(element.received(price)) ? amount : "");
                });
        return texts;
    }

    /** The price is one in the currency of the user. */
    @Override
    public Map<String, String> created(UnaryOperator<String> stored, CrmUser user) {
        String price = stored.apply("unit_price");
        double rate = user.preferences().conversionRate();
        if (rate == 1 || rate == 0 || price.isEmpty()) {
            return Map.of("currency1", price);
        }
        return Map.of(
                "currency1",
                BigDecimal.valueOf(Double.parseDouble(price) / rate).toPlainString());
    }

    /** A save that does not send a number as the price in the first currency sets it to nought ({@code webservice.md §10}). */
    @Override
    public Map<String, String> changed(StoredRow changed, SentElement element, CrmUser user) {
        return Map.of("currency1", isNumber(element.received("currency1")) ? changed.value("unit_price") : "0");
    }

    @Override
    public void saved(SavedRecord saved) {
        ProductTaxTexts.check(saved.element(), saved.store());
    }

    @Override
    public List<?> described(List<?> fields, CrmStore store) {
        return PricedFields.described(fields, store);
    }

    @Override
    public void complete(Map<String, Object> answer, StoredRow row, CrmStore store) {
        // A tax that was deleted stays with the record until its next save.
        store.table("Tax").rows().values().stream()
                .map(tax -> tax.value("taxname"))
                .filter(tax -> !row.value(tax).isEmpty())
                .forEach(tax -> answer.put(tax, row.value(tax)));
        answer.put("currency1", number(row.value("currency1")));
        answer.put("currency_id", "21x1");
        if (!PricedFields.baseCurrencyIsThere(store)) {
            throw new ServerCrash("the currency of the product was deleted");
        }
        PricedFields.otherCurrencies(store)
                .map(currency -> "currency" + currency.number())
                .forEach(currency -> answer.put(currency, number(row.value(currency))));
    }

    private static boolean isNumber(Object sent) {
        return sent instanceof Number || sent instanceof String text && FieldText.isNumber(text);
    }

    /** Computed values are JSON numbers, whole ones without a point. */
    private static Object number(String stored) {
        BigDecimal value = new BigDecimal(stored.isEmpty() ? "0" : stored).stripTrailingZeros();
        return value.scale() <= 0 ? (Object) value.longValue() : (Object) value.doubleValue();
    }
}
