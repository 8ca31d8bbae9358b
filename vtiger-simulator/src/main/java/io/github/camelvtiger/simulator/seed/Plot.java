package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.RecordTemplate;
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
    private final CrmUser author;
    private final List<String> ids = new ArrayList<>();
    private String time = "";

    Plot(CrmStore store, String module) {
        this.store = store;
        this.module = store.metadata().module(module).orElseThrow();
        this.author = store.user("admin").orElseThrow();
        this.template = new RecordTemplate(store, this.module, author);
    }

    /** The records that follow were made and last changed then. */
    void time(Instant instant) {
        time = SECONDS.format(instant);
    }

    /** @return the id */
    String put(Map<String, String> values) {
        Map<String, String> stamped =
                new HashMap<>(Map.of("createdtime", time, "modifiedtime", time, "modifiedby", author.id()));
        module.numbering().ifPresent(numbering -> stamped.put(numbering.field(), store.nextRecordNumber(numbering)));
        StoredRow row = template.row(store.nextNumber(module), values).with(stamped);
        store.table(module.name()).put(row);
        ids.add(row.id());
        return row.id();
    }

    /** The ids so far. */
    List<String> ids() {
        return ids;
    }
}
