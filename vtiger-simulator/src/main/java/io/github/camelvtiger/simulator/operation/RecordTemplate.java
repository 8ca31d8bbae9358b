package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/** New records of one module without a save: with the values a create stores, and unsent fields shared by all of them. */
public final class RecordTemplate {

    private final StoredTexts texts;
    private final CrmUser user;
    private final StoredRow empty;

    public RecordTemplate(CrmStore store, ModuleMetadata module, CrmUser user) {
        this.texts = new StoredTexts(store);
        this.user = user;
        this.empty = StoredRow.of(module, 0, texts.create(module, SentElement.of(Map.of()), user));
    }

    /** @param fields as a client would send them */
    public StoredRow row(long number, Map<String, String> fields) {
        StoredRow row = new StoredRow(empty.module(), number, empty.values(), false)
                .with(texts.change(empty.module(), SentElement.of(fields), user));
        Map<String, String> derived = DerivedFields.created(row.module(), row::value, user);
        return derived.isEmpty() ? row : row.with(derived);
    }
}
