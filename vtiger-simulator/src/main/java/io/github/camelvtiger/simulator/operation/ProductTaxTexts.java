package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The taxes of Products and Services. Each save writes them anew: those that are not sent are gone
 * ({@code webservice.md §10}).
 */
final class ProductTaxTexts {

    static final Set<String> TAXED = Set.of("Products", "Services");

    private static final Column PERCENTAGE = new Column(Column.Kind.DECIMAL, 7, 3);

    private final CrmStore store;

    ProductTaxTexts(CrmStore store) {
        this.store = store;
    }

    /** A null asks for the percentage the tax has by itself. */
    Map<String, String> of(ModuleMetadata module, SentElement element) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (TAXED.contains(module.name())) {
            store.table("Tax").live().forEach(tax -> {
                String name = tax.value("taxname");
                boolean sent = element.has(name) && !"".equals(element.value(name));
                String percentage = element.value(name) == null ? tax.value("percentage") : element.text(name);
                texts.put(name, sent ? ColumnText.of(PERCENTAGE, percentage) : "");
            });
        }
        return texts;
    }
}
