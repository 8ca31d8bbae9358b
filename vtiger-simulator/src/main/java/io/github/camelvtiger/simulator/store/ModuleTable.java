package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The rows of one module by number. Readers see a row as it is at that moment: there are no transactions. */
public final class ModuleTable {

    private final ModuleMetadata module;
    private final ConcurrentSkipListMap<Long, StoredRow> rows = new ConcurrentSkipListMap<>();

    public ModuleTable(ModuleMetadata module) {
        this.module = module;
    }

    public ModuleMetadata module() {
        return module;
    }

    /** All rows, deleted ones too, ascending by number; live. */
    public NavigableMap<Long, StoredRow> rows() {
        return rows;
    }

    public void put(StoredRow row) {
        rows.put(row.number(), row);
    }
}
