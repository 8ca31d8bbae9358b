package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.SentTerms;
import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that only a save with line items stores. */
final class InventoryTexts {

    private static final Column DATETIME = new Column(Column.Kind.DATETIME, 0, 0);

    private InventoryTexts() {}

    /** What goes over the header, fitted into the columns; {@code ""} for what is blanked. */
    static Map<String, String> written(ModuleMetadata module, SentTerms terms) {
        Map<String, String> fitted = new LinkedHashMap<>();
        terms.written().forEach((field, text) -> module.field(field)
                .ifPresent(found -> fitted.put(field, text == null ? "" : ColumnText.of(found.column(), text))));
        return fitted;
    }

    static Map<String, String> createdTime(ModuleMetadata module, SentElement element) {
        String sent = element.text("createdtime");
        return sent.isEmpty() || sent.equals("0") || module.fieldIndex("createdtime") < 0
                ? Map.of()
                : Map.of("createdtime", ColumnText.of(DATETIME, sent));
    }
}
