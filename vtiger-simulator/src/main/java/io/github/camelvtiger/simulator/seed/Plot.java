package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.record.RecordTemplate;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts many records of one module into the store quickly: values are converted as in a save, but nothing is checked and
 * nothing waits. What is equal is stored once.
 */
final class Plot {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final CrmStore store;
    private final ModuleMetadata module;
    private final RecordTemplate template;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> stamp = new HashMap<>();

    Plot(CrmStore store, String module) {
        this.store = store;
        this.module = store.metadata().module(module).orElseThrow();
        CrmUser author = store.user("admin").orElseThrow();
        this.template = new RecordTemplate(store, this.module, author);
        stamp.put("modifiedby", author.id());
    }

    /** The records that follow were made and last changed then. */
    void time(Instant instant) {
        String time = SECONDS.format(instant);
        stamp.put("createdtime", time);
        stamp.put("modifiedtime", time);
    }

    /** @return the id */
    String put(Map<String, String> values) {
        module.numbering().ifPresent(numbering -> stamp.put(numbering.field(), store.nextRecordNumber(numbering)));
        StoredRow row = template.row(store.nextNumber(module), values, stamp);
        store.table(module.name()).put(row);
        String id = row.id();
        ids.add(id);
        return id;
    }

    /** The ids so far. */
    List<String> ids() {
        return ids;
    }
}
