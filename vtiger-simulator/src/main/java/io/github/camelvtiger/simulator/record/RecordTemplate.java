package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * New records of one module without a save: with the values a create stores, and unsent fields shared by all of them.
 * For one thread, and for a time in which nothing is deleted: a reference is looked up once.
 */
public final class RecordTemplate {

    private final StoredTexts texts;
    private final CrmUser user;
    private final ModuleMetadata module;
    private final StoredRow empty;
    private final List<Map<String, String>> references;

    public RecordTemplate(CrmStore store, ModuleMetadata module, CrmUser user) {
        this.texts = new StoredTexts(store);
        this.user = user;
        this.module = module;
        this.empty = StoredRow.of(module, 0, texts.create(module, SentElement.of(Map.of()), user));
        this.references = module.fields().stream()
                .map(field -> (Map<String, String>) new HashMap<String, String>())
                .toList();
    }

    /**
     * @param fields as a client would send them
     * @param stored fields that no client writes, as they are to be stored
     */
    public StoredRow row(long number, Map<String, String> fields, Map<String, String> stored) {
        String[] values = empty.values().clone();
        fields.forEach((name, sent) -> {
            int index = module.fieldIndex(name);
            if (index >= 0 && StoredTexts.writable(module.fields().get(index))) {
                values[index] = nullWhereEmpty(converted(index, sent));
            }
        });
        stored.forEach((name, text) -> {
            int index = module.fieldIndex(name);
            if (index >= 0) {
                values[index] = nullWhereEmpty(text);
            }
        });
        StoredRow row = new StoredRow(module, number, values, false);
        Map<String, String> derived = Kinds.of(module).created(row::value, user);
        return derived.isEmpty() ? row : row.with(derived);
    }

    private String converted(int index, String sent) {
        FieldMetadata field = module.fields().get(index);
        if (!field.type().equals("reference") && !field.type().equals("owner")) {
            return texts.stored(field, sent, user);
        }
        return references.get(index).computeIfAbsent(sent, id -> texts.stored(field, id, user));
    }

    private static String nullWhereEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
