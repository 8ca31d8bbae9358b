package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The databases that sync files name, each opened once. */
public final class TableDatabases implements AutoCloseable {

    private final Function<String, StoreAddress> addresses;
    private final Map<String, TableDatabase> databases = new ConcurrentHashMap<>();

    /** @param addresses of data sources */
    public TableDatabases(Function<String, StoreAddress> addresses) {
        this.addresses = addresses;
    }

    public TableDatabase of(String source) {
        return databases.computeIfAbsent(source, name -> new TableDatabase(name, addresses.apply(name)));
    }

    @Override
    public void close() {
        databases.values().forEach(TableDatabase::close);
    }
}
