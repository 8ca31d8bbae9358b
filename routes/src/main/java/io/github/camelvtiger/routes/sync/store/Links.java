package io.github.camelvtiger.routes.sync.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which record of the target a record of the source has become, for syncs that delete what the source has deleted. */
public final class Links {

    private static final int TOGETHER = 500;

    private final Database database;

    Links(Database database) {
        this.database = database;
    }

    /** A record of a module of the target. */
    public record Linked(String module, String id) {}

    /** @param records of a module of the target, by what they were in the source, such as {@code Contacts 12x34} */
    public void put(String sync, String module, Map<String, String> records) {
        database.useTransaction(handle -> records.forEach((source, id) -> {
            if (update(handle, sync, source, module, id) == 0) {
                handle.createUpdate("insert into sync_link (sync, source, module, record_id)"
                                + " values (:sync, :source, :module, :id)")
                        .bind("sync", sync)
                        .bind("source", source)
                        .bind("module", module)
                        .bind("id", id)
                        .execute();
            }
        }));
    }

    private static int update(Handle handle, String sync, String source, String module, String id) {
        return handle.createUpdate("update sync_link set module = :module, record_id = :id"
                        + " where sync = :sync and source = :source")
                .bind("sync", sync)
                .bind("source", source)
                .bind("module", module)
                .bind("id", id)
                .execute();
    }

    /** What a record of the source has become; empty if it was never written. */
    public Optional<Linked> find(String sync, String source) {
        return database.withHandle(handle -> handle.createQuery(
                        "select module, record_id from sync_link where sync = :sync and source = :source")
                .bind("sync", sync)
                .bind("source", source)
                .map((row, context) -> new Linked(row.getString("module"), row.getString("record_id")))
                .findOne());
    }

    /** What records of the source have become, as far as they were written. */
    public Map<String, Linked> find(String sync, Collection<String> sources) {
        Map<String, Linked> found = new HashMap<>();
        List<String> all = List.copyOf(sources);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<String> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
            database.useHandle(handle -> handle.createQuery("select source, module, record_id from sync_link"
                            + " where sync = :sync and source in (<sources>)")
                    .bind("sync", sync)
                    .bindList("sources", some)
                    .map((row, context) -> Map.entry(
                            row.getString("source"), new Linked(row.getString("module"), row.getString("record_id"))))
                    .forEach(link -> found.put(link.getKey(), link.getValue())));
        }
        return found;
    }

    /**
     * Of records of the target, which ones of the source they were.
     *
     * @param records module and id, such as {@code Contacts 12x34}
     * @return the like of the source, by those
     */
    public Map<String, String> origins(String sync, Collection<String> records) {
        Map<String, String> origins = new HashMap<>();
        for (String record : records) {
            int space = record.indexOf(' ');
            database.useHandle(handle -> handle.createQuery("select source from sync_link"
                            + " where sync = :sync and module = :module and record_id = :id order by source")
                    .bind("sync", sync)
                    .bind("module", record.substring(0, space))
                    .bind("id", record.substring(space + 1))
                    .mapTo(String.class)
                    .findFirst()
                    .ifPresent(source -> origins.put(record, source)));
        }
        return origins;
    }

    /** Whether any record of a module of the target was written. */
    public boolean hasAny(String sync, String module) {
        return database.withHandle(
                handle -> handle.createQuery("select count(*) from sync_link where sync = :sync and module = :module")
                                .bind("sync", sync)
                                .bind("module", module)
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    /** How many records of the source have become this one. */
    public long number(String sync, Linked record) {
        return database.withHandle(handle -> handle.createQuery(
                        "select count(*) from sync_link where sync = :sync and module = :module and record_id = :id")
                .bind("sync", sync)
                .bind("module", record.module())
                .bind("id", record.id())
                .mapTo(Long.class)
                .one());
    }

    /** Records that undos of the sync have deleted are what none of the source has become. */
    public void removeUndone(String sync) {
        database.useHandle(handle -> handle.createUpdate("delete from sync_link where sync = :sync and record_id in"
                        + " (select w.record_id from sync_write w join sync_run r on r.id = w.run where r.sync = :sync"
                        + " and r.kind = 'UNDO' and w.kind = 'DELETE' and w.state = 'WRITTEN')")
                .bind("sync", sync)
                .execute());
    }

    /** A record of the source is gone. */
    public void remove(String sync, String source) {
        database.useHandle(
                handle -> handle.createUpdate("delete from sync_link where sync = :sync and source = :source")
                        .bind("sync", sync)
                        .bind("source", source)
                        .execute());
    }
}
