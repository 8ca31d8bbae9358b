package io.github.camelvtiger.routes.sync.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** The database of what syncs have done, open. */
public final class SyncStore implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    /** H2: another process has the database open. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    private final HikariDataSource pool;
    private final Optional<Compaction> compaction;
    private final Runs runs;
    private final Journal journal;
    private final Rejects rejects;
    private final Retries retries;
    private final Links links;
    private final OpenReferences references;
    private final MovedFiles files;
    private final States states;
    private final Walks walks;
    private final Retention retention;
    private final Forgetting forgetting;
    private final Renames renames;
    private final Secrets secrets;
    private final Optional<Leases> leases;
    private final Audit audit;
    private final Database database;

    private SyncStore(
            HikariDataSource pool,
            Database database,
            Optional<Compaction> compaction,
            InstantSource clock,
            RetryPauses pauses) {
        this.pool = pool;
        this.compaction = compaction;
        this.runs = new Runs(database, clock);
        this.journal = new Journal(database, clock);
        this.retries = new Retries(database, clock, pauses);
        this.rejects = new Rejects(database, clock, retries);
        this.links = new Links(database);
        this.references = new OpenReferences(database);
        this.files = new MovedFiles(database);
        this.states = new States(database);
        this.walks = new Walks(database);
        this.audit = new Audit(database, clock);
        this.retention = new Retention(database, audit);
        this.forgetting = new Forgetting(database);
        this.renames = new Renames(database, clock);
        this.secrets = new Secrets(database);
        this.leases = isH2() ? Optional.empty() : Optional.of(new Leases(database, Leases.LONGEST));
        this.database = database;
    }

    /**
     * Opens the database, and brings its tables to the form of this release.
     *
     * @throws StoreException if it cannot be opened
     */
    public static SyncStore open(StoreAddress address, InstantSource clock) {
        return open(address, clock, RetryPauses.DEFAULT);
    }

    /** The same, with pauses before rejects are tried again. */
    public static SyncStore open(StoreAddress address, InstantSource clock, RetryPauses pauses) {
        address.protect("The database of the syncs at " + address);
        HikariDataSource pool = pool(address);
        try {
            Schema.update(pool);
            address.protect("The database of the syncs at " + address);
            return new SyncStore(
                    pool,
                    new Database(pool, address.toString(), address::withoutSecrets),
                    address.directory().map(files -> new Compaction(address, files)),
                    clock,
                    pauses);
        } catch (RuntimeException e) {
            pool.close();
            throw new StoreException("The database of the syncs at " + address
                    + " could not be brought to the form of this release: " + address.withoutSecrets(e.getMessage()));
        }
    }

    private static HikariDataSource pool(StoreAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("syncs");
        config.setJdbcUrl(address.url());
        address.username().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw unopened(address, e);
        }
    }

    private static StoreException unopened(StoreAddress address, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return new StoreInUseException("Another process has the database of the syncs at " + address
                        + " open; stop that application first, or give the command to it.");
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StoreException("The database of the syncs at " + address + " cannot be opened: "
                + address.withoutSecrets(root.getMessage()));
    }

    /**
     * Keeps all of what is kept while something is done, or nothing of it if that fails or the process ends. It lasts as long as a
     * transaction does, so nothing else is asked or written meanwhile.
     */
    public void together(Runnable work) {
        database.useTransaction(handle -> work.run());
    }

    public Runs runs() {
        return runs;
    }

    public Journal journal() {
        return journal;
    }

    public Rejects rejects() {
        return rejects;
    }

    public Retries retries() {
        return retries;
    }

    public Links links() {
        return links;
    }

    public OpenReferences references() {
        return references;
    }

    public MovedFiles files() {
        return files;
    }

    public States states() {
        return states;
    }

    public Walks walks() {
        return walks;
    }

    public Retention retention() {
        return retention;
    }

    public Forgetting forgetting() {
        return forgetting;
    }

    public Renames renames() {
        return renames;
    }

    public Audit audit() {
        return audit;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** What one of several processes may do; empty if the database belongs to this one. */
    public Optional<Leases> leases() {
        return leases;
    }

    /** How large the database is, in bytes: the file of H2, or what its tables take of another one. */
    public long size() {
        return database.withHandle(handle -> handle.createQuery(
                        isH2()
                                ? "select cast(setting_value as bigint) from information_schema.settings"
                                        + " where setting_name = 'info.FILE_SIZE'"
                                : "select pg_total_relation_size('sync_run') + pg_total_relation_size('sync_write')"
                                        + " + pg_total_relation_size('sync_reject')"
                                        + " + pg_total_relation_size('sync_link')"
                                        + " + pg_total_relation_size('sync_state')")
                .mapTo(Long.class)
                .one());
    }

    private boolean isH2() {
        return pool.getJdbcUrl().startsWith("jdbc:h2:");
    }

    /**
     * What was erased is to be in no file any more: that of H2 is rewritten when this is closed, or the next time if the process is
     * killed. Another database uses the room again by itself.
     *
     * @throws StoreException if it cannot be noted for then
     */
    public void compactWhenClosed() {
        compaction.ifPresent(Compaction::request);
    }

    @Override
    public void close() {
        leases.ifPresent(Leases::close);
        pool.close();
        compaction.ifPresent(Compaction::whenClosed);
    }
}
