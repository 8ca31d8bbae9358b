package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The taxes of Products and Services. Each save writes all of them: those that are not sent are removed
 * ({@code webservice.md §10}).
 */
final class ProductTaxTexts {

    private static final Column PERCENTAGE = new Column(Column.Kind.DECIMAL, 7, 3);

    private ProductTaxTexts() {}

    static Map<String, String> of(SentElement element, CrmStore store) {
        Map<String, String> texts = new LinkedHashMap<>();
        store.table("Tax").rows().values().forEach(tax -> texts.put(tax.value("taxname"), ""));
        PricedFields.taxes(store)
                .filter(tax -> sent(element, tax.value("taxname")))
                .forEach(tax -> texts.put(tax.value("taxname"), stored(element, tax)));
        return texts;
    }

    /** @throws ServerCrash for a tax that is an empty list: by then the record is saved */
    static void check(SentElement element, CrmStore store) {
        PricedFields.taxes(store)
                .map(tax -> tax.value("taxname"))
                .filter(name -> sent(element, name) && values(element, name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new ServerCrash("the percentage of " + name + " is an empty array");
                });
    }

    private static boolean sent(SentElement element, String name) {
        return element.has(name) && !"".equals(element.received(name));
    }

    /** Nothing and false ask for the percentage that the tax has by itself; a list counts if it has one value. */
    private static String stored(SentElement element, StoredRow tax) {
        String name = tax.value("taxname");
        Object received = element.received(name);
        if (received == null || Boolean.FALSE.equals(received)) {
            return ColumnText.of(PERCENTAGE, tax.value("percentage"));
        }
        List<?> values = values(element, name);
        if (values.size() != 1) {
            return "";
        }
        String percentage = element.structured(name) ? String.valueOf(values.get(0)) : element.text(name);
        return ColumnText.of(PERCENTAGE, percentage);
    }

    private static List<?> values(SentElement element, String name) {
        Object received = element.received(name);
        if (received instanceof Collection<?> list) {
            return List.copyOf(list);
        }
        return received instanceof Map<?, ?> object
                ? List.copyOf(object.values())
                : Stream.ofNullable(received == null ? "" : received).toList();
    }
}
