package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** Line items as they are answered by themselves. */
final class LineItemAnswer {

    private static final String NO_TAX = "0.000";

    private final InventoryBook book;

    LineItemAnswer(InventoryBook book) {
        this.book = book;
    }

    /** The taxes of a product without taxes do not show, unless taxes are individual. */
    Map<String, Object> retrieved(StoredRow item, StoredRow parent) {
        boolean shown = individual(parent) || !book.ownTaxes(item).isEmpty();
        return shown(item, shown ? Map.of() : noTaxes(item));
    }

    /** @param sent JSON values by field: a tax is answered as it was sent */
    Map<String, Object> created(StoredRow item, StoredRow parent, Map<String, Object> sent) {
        Map<String, Object> answer =
                parent.value("hdnTaxType").isEmpty() ? retrieved(item, parent) : shown(item, noTaxes(item));
        if (individual(parent)) {
            boolean asSent = noTaxes(item).keySet().stream().anyMatch(tax -> sent.get(tax) != null);
            book.ownTaxes(item).forEach((tax, percentage) -> {
                if (!asSent || sent.get(tax) != null) {
                    answer.put(tax, asSent ? sent.get(tax) : percentage);
                }
            });
        }
        answer.put("incrementondel", "1");
        return answer;
    }

    private Map<String, Object> shown(StoredRow item, Map<String, String> taxes) {
        Map<String, Object> answer = new LinkedHashMap<>(book.values(item));
        answer.putAll(taxes);
        answer.put("id", item.id());
        return answer;
    }

    private static Map<String, String> noTaxes(StoredRow item) {
        Map<String, String> none = new LinkedHashMap<>();
        item.module().fields().stream()
                .filter(field -> field.answered() && field.name().matches("tax\\d+"))
                .forEach(field -> none.put(field.name(), NO_TAX));
        return none;
    }

    private static boolean individual(StoredRow parent) {
        return parent.value("hdnTaxType").equalsIgnoreCase("individual");
    }
}
