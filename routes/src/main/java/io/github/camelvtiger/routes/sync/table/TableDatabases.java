package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.store.DataSources;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases that sync files name as targets. */
public final class TableDatabases {

    private final DataSources sources;
    private final Map<String, TableDatabase> databases = new ConcurrentHashMap<>();

    public TableDatabases(DataSources sources) {
        this.sources = sources;
    }

    public TableDatabase of(String source) {
        return databases.computeIfAbsent(source, name -> new TableDatabase(name, sources));
    }
}
