package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.RecordColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whole records of a CRM, orders with their items, by one query for all of a portion. */
record RecordsById(CrmQuestions crm) {

    /** Those that are there, by id. */
    Map<String, Map<String, Object>> of(ModuleDescription module, List<String> ids) {
        boolean orders = LineItems.MODULES.contains(module.name());
        String columns = orders ? String.join(", ", RecordColumns.all(module)) : "*";
        Map<String, Map<String, Object>> records = new HashMap<>();
        crm.query("SELECT " + columns + " FROM " + module.name() + " WHERE id IN (:ids)", Map.of("ids", ids), orders)
                .forEach(record -> records.put(String.valueOf(record.get("id")), record));
        return records;
    }
}
