package io.github.camelvtiger.routes.sync.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** The databases that sync files name, each opened when it is used first. */
public final class DataSources implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Function<String, StoreAddress> addresses;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    /** @param addresses of the databases, by their names */
    public DataSources(Function<String, StoreAddress> addresses) {
        this.addresses = addresses;
    }

    /**
     * A database that does not answer fails who asks it for a connection, not this.
     *
     * @throws StoreException if there is no driver for it, or its files cannot be kept from others
     */
    public DataSource get(String name) {
        return pools.computeIfAbsent(name, this::open);
    }

    private HikariDataSource open(String name) {
        StoreAddress address = addresses.apply(name);
        address.protect("The database " + name + " at " + address);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        address.username().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        if (address.url().startsWith("jdbc:postgresql:")) {
            // One statement for many rows.
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException("The setting sql." + name + ".url names a database for which there is no driver;"
                    + " those of PostgreSQL and H2 come with the application, another one's must be put on the class"
                    + " path.");
        }
    }

    /**
     * No connection that is open is used again. An H2 that could not write its file takes no more writes, and is opened again when all of
     * them are closed.
     */
    public void renew(String name) {
        Optional.ofNullable(pools.get(name))
                .ifPresent(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }

    /** Where a database is, without what is secret of it. */
    public String address(String name) {
        return addresses.apply(name).toString();
    }

    /** What may be shown of a message of pool or driver of a database. */
    public String withoutSecrets(String name, String message) {
        return addresses.apply(name).withoutSecrets(message);
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
