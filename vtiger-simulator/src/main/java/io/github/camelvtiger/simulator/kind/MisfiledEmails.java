package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Emails that were created without the type {@code Emails}: they lie in the table of activities, and queries find them
 * among tasks or events, with ids of those modules that nothing else accepts (seen on 8.2.0).
 */
final class MisfiledEmails {

    private MisfiledEmails() {}

    /**
     * @param type tests the {@code activitytype}
     * @return the table itself if there are no such e-mails
     */
    static ModuleTable with(ModuleTable own, CrmStore store, Predicate<String> type) {
        List<StoredRow> misfiled = store.table("Emails")
                .live()
                .filter(email -> type.test(email.value("activitytype")))
                .toList();
        if (misfiled.isEmpty()) {
            return own;
        }
        ModuleTable all = new ModuleTable(own.module());
        own.rows().values().forEach(all::put);
        misfiled.forEach(email -> all.put(asOneOf(own.module(), email)));
        return all;
    }

    private static StoredRow asOneOf(ModuleMetadata module, StoredRow email) {
        Map<String, String> values = new HashMap<>();
        for (FieldMetadata field : module.fields()) {
            String value = email.value(field.name());
            boolean unset = value.isEmpty() && field.type().equals("boolean");
            values.put(field.name(), unset ? "0" : value);
        }
        values.put("visibility", "all");
        // Who an e-mail goes to is kept elsewhere than what an activity is about.
        values.put("parent_id", "");
        return StoredRow.of(module, email.number(), values);
    }
}
