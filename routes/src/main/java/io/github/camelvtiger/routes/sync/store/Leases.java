package io.github.camelvtiger.routes.sync.store;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process at a time may do of those that share the database of {@code store.url}. A lease is renewed while it is held; that of
 * a process that is killed, or does not reach the database, expires, by the database's clock. For PostgreSQL: an H2 database belongs to
 * one process.
 */
public final class Leases implements AutoCloseable {

    /** How long a killed process holds what it held. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final Database database;
    private final Duration longest;
    private final String owner = UUID.randomUUID().toString();
    private final String host = ManagementFactory.getRuntimeMXBean().getName();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewal;

    /** @param longest how long one is held that is not renewed; they are renewed three times as often */
    Leases(Database database, Duration longest) {
        this.database = database;
        this.longest = longest;
        this.renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sync-leases");
            thread.setDaemon(true);
            return thread;
        });
        long millis = longest.toMillis() / 3;
        renewal.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Who has it.
     *
     * @param host process and host
     * @param run what it does; empty if that is not known yet
     */
    public record Holder(String host, Optional<String> run, Instant since) {}

    /**
     * Takes a lease, unless another process has it.
     *
     * @return the other one; empty if it is taken
     */
    public Optional<Holder> take(String name) {
        boolean taken = database.withHandle(handle -> handle.createUpdate(
                                "insert into sync_lease (name, owner, host, since, expires) values (:name, :owner, :host,"
                                        + " clock_timestamp(), clock_timestamp() + :millis * interval '1 millisecond')"
                                        + " on conflict (name) do update set owner = excluded.owner, host = excluded.host,"
                                        + " run = null, since = excluded.since, expires = excluded.expires"
                                        + " where sync_lease.expires < clock_timestamp()")
                        .bind("name", name)
                        .bind("owner", owner)
                        .bind("host", host)
                        .bind("millis", longest.toMillis())
                        .execute()
                > 0);
        if (taken) {
            held.add(name);
            return Optional.empty();
        }
        Optional<Holder> holder = holder(name);
        // It may have been given back in between.
        return holder.isPresent() ? holder : take(name);
    }

    private Optional<Holder> holder(String name) {
        return database.withHandle(handle -> handle.createQuery("select * from sync_lease where name = :name")
                .bind("name", name)
                .map((row, context) -> new Holder(
                        row.getString("host"),
                        Optional.ofNullable(row.getString("run")),
                        row.getTimestamp("since").toInstant()))
                .findOne());
    }

    /** What is done under a lease that this process has. */
    public void named(String name, String run) {
        database.useHandle(
                handle -> handle.createUpdate("update sync_lease set run = :run where name = :name and owner = :owner")
                        .bind("run", run)
                        .bind("name", name)
                        .bind("owner", owner)
                        .execute());
    }

    /** Whether it has not expired; a process that was paused for long may have lost it to another one. */
    public boolean isHeld(String name) {
        return held.contains(name);
    }

    /** Renews what is held; what has expired meanwhile is lost. */
    void renew() {
        for (String name : held) {
            try {
                if (!renewed(name)) {
                    held.remove(name);
                    LOG.error(
                            "{}: this process was paused, or did not reach the database, for more than {} seconds, so another one may"
                                    + " run the sync by now; its run ends.",
                            name,
                            longest.toSeconds());
                }
            } catch (RuntimeException e) {
                LOG.warn("{}: {}", name, e.getMessage());
            }
        }
    }

    private boolean renewed(String name) {
        return database.withHandle(handle -> handle.createUpdate(
                                "update sync_lease set expires = clock_timestamp() + :millis * interval '1 millisecond'"
                                        + " where name = :name and owner = :owner and expires >= clock_timestamp()")
                        .bind("millis", longest.toMillis())
                        .bind("name", name)
                        .bind("owner", owner)
                        .execute()
                > 0);
    }

    /** Another process may have it. */
    public void release(String name) {
        held.remove(name);
        database.useHandle(handle -> handle.createUpdate("delete from sync_lease where name = :name and owner = :owner")
                .bind("name", name)
                .bind("owner", owner)
                .execute());
    }

    /** Gives back what is held. */
    @Override
    public void close() {
        renewal.shutdownNow();
        for (String name : held) {
            try {
                release(name);
            } catch (StoreException e) {
                LOG.warn("{}: {} Other processes wait until its lease has expired.", name, e.getMessage());
            }
        }
    }
}
