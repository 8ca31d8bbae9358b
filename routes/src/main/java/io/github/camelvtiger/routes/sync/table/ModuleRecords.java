package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Asks the CRM for records of a module, as a feed of the module brings them. */
final class ModuleRecords {

    /** A query answers so many. */
    static final int TOGETHER = 100;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final SyncDefinition sync;
    private final String module;
    private final CrmQuestions crm;

    ModuleRecords(SyncDefinition sync, String module, CrmQuestions crm) {
        this.sync = sync;
        this.module = module;
        this.crm = crm;
    }

    /** Those of at most {@value #TOGETHER} that are there. */
    List<Map<String, Object>> of(List<String> ids) {
        Map<String, Object> values = new HashMap<>();
        StringJoiner names = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < ids.size(); i++) {
            values.put("id" + i, ids.get(i));
            names.add(":id" + i);
        }
        return crm.query("SELECT * FROM " + module + " WHERE id IN " + names, values, SourceCrm.hasItems(sync, module));
    }

    /** The ids of all that the sync reads, in their order. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        crm.export(
                module + "?columns=id"
                        + SourceCrm.where(sync, module)
                                .map(where -> "&where=RAW(" + where + ")")
                                .orElse(""),
                record -> ids.add(String.valueOf(record.get(ModuleTable.ID))));
        return ids;
    }

    /** When a record was changed; null if it does not say. */
    static Instant modified(Map<String, Object> record) {
        Object time = record.get("modifiedtime");
        if (time == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(time.toString(), MOMENT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
