package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The taxes of Products and Services. Each save writes all of them: those that are not sent are removed
 * ({@code webservice.md §10}).
 */
final class ProductTaxTexts {

    private static final Column PERCENTAGE = new Column(Column.Kind.DECIMAL, 7, 3);

    private ProductTaxTexts() {}

    /** A null asks for the percentage the tax has by itself. */
    static Map<String, String> of(SentElement element, CrmStore store) {
        Map<String, String> texts = new LinkedHashMap<>();
        store.table("Tax").live().forEach(tax -> {
            String name = tax.value("taxname");
            boolean sent = element.has(name) && !"".equals(element.value(name));
            String percentage = element.value(name) == null ? tax.value("percentage") : element.text(name);
            texts.put(name, sent ? ColumnText.of(PERCENTAGE, percentage) : "");
        });
        return texts;
    }
}
