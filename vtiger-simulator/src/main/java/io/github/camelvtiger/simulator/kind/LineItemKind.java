package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items have a column for each tax that was ever made, deleted ones too. */
final class LineItemKind implements ModuleKind {

    @Override
    public List<FieldMetadata> fields(List<FieldMetadata> fields, CrmStore store) {
        return fields.stream()
                .map(field -> store.items().ofMadeTax(field.name()) ? field.asAnswered() : field)
                .toList();
    }

    @Override
    public List<?> described(List<?> fields, CrmStore store) {
        List<Object> described = new ArrayList<>(fields);
        store.table("Tax").rows().values().stream()
                .filter(tax -> store.items().ofMadeTax("tax" + tax.number()))
                .forEach(tax -> {
                    Map<String, Object> field = new LinkedHashMap<>();
                    field.put("name", "tax" + tax.number());
                    field.put("label", tax.value("taxlabel"));
                    field.put("mandatory", false);
                    field.put("type", Map.of("name", "double"));
                    field.put("nullable", true);
                    field.put("editable", true);
                    described.add(field);
                });
        return described;
    }
}
