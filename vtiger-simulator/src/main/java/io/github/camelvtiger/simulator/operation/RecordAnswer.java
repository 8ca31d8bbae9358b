package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record as retrieve, create, update and revise answer it: all its fields and a label, which a query leaves out. */
final class RecordAnswer {

    private static final Set<String> PRICED = Set.of("Products", "Services");

    private final CrmStore store;
    private final RecordLabels labels;

    RecordAnswer(CrmStore store, RecordLabels labels) {
        this.store = store;
        this.labels = labels;
    }

    Map<String, Object> of(StoredRow row, CrmUser user) {
        return of(row, user, new DecodingCache());
    }

    /** @param texts what the request has read before */
    Map<String, Object> of(StoredRow row, CrmUser user, DecodingCache texts) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (FieldMetadata field : store.metadata().fields(row.module(), user.admin())) {
            if (field.answered()) {
                answer.put(field.name(), texts.shown(store.savers().shown(row, field.name(), user)));
            }
        }
        if (!row.module().entity()) {
            return actor(row, answer);
        }
        if (row.module().keepsFiles()) {
            String attachments = store.attachments().idsOf(row);
            if (!attachments.isEmpty()) {
                answer.put("imageattachmentids", attachments);
            }
        }
        String label = labels.of(row, texts);
        if (!label.isEmpty() && !row.module().name().equals("Users")) {
            answer.put("label", label);
        }
        if (PRICED.contains(row.module().name())) {
            store.table("Tax")
                    .live()
                    .map(tax -> tax.value("taxname"))
                    .forEach(tax -> putTax(answer, tax, row.value(tax)));
            answer.put("currency1", number(row.value("currency1")));
            answer.put("currency_id", "21x1");
            store.table("Currency").live().skip(1).forEach(other -> answer.put("currency" + other.number(), 0));
        }
        return answer;
    }

    private static void putTax(Map<String, Object> answer, String tax, String percentage) {
        if (!percentage.isEmpty()) {
            answer.put(tax, percentage);
        }
    }

    /** The tables of actor types have a name of their own for the id, which is answered beside it. */
    private static Map<String, Object> actor(StoredRow row, Map<String, Object> values) {
        if (row.module().name().equals("Tax")) {
            // The meta object of taxes is older than these columns; only queries give them out.
            values.keySet().removeAll(List.of("compoundon", "regions"));
        }
        String column = idColumn(row.module());
        if (column.equals("id")) {
            return values;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            boolean id = name.equals("id");
            answer.put(id ? column : name, id ? Long.toString(row.number()) : value);
        });
        answer.put("id", row.id());
        return answer;
    }

    private static String idColumn(ModuleMetadata module) {
        return module.field("id")
                .map(field -> field.described().get("label").toString().replace(' ', '_'))
                .orElse("id");
    }

    /** Computed values are JSON numbers, whole ones without a point. */
    private static Object number(String stored) {
        BigDecimal value = new BigDecimal(stored.isEmpty() ? "0" : stored).stripTrailingZeros();
        return value.scale() <= 0 ? (Object) value.longValue() : (Object) value.doubleValue();
    }
}
