package io.github.camelvtiger.routes.sync.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** In what state a sync last delivered records whose changes have no time: a hash of each. */
public final class States {

    private static final int TOGETHER = 500;

    private final Database database;

    States(Database database) {
        this.database = database;
    }

    /** The hashes of those of the records that were delivered, by id. */
    public Map<String, String> of(String sync, String module, Collection<String> ids) {
        Map<String, String> hashes = new HashMap<>();
        for (List<String> part : parts(ids)) {
            database.useHandle(handle -> handle.createQuery("select record_id, hash from sync_state"
                            + " where sync = :sync and module = :module and record_id in (<ids>)")
                    .bind("sync", sync)
                    .bind("module", module)
                    .bindList("ids", part)
                    .map((row, context) -> Map.entry(row.getString("record_id"), row.getString("hash")))
                    .forEach(state -> hashes.put(state.getKey(), state.getValue())));
        }
        return hashes;
    }

    /** The ids of all records that were delivered. */
    public Set<String> ids(String sync, String module) {
        return database.withHandle(handle -> new HashSet<>(
                handle.createQuery("select record_id from sync_state where sync = :sync and module = :module")
                        .bind("sync", sync)
                        .bind("module", module)
                        .mapTo(String.class)
                        .list()));
    }

    /** @param hashes of records by their ids */
    public void put(String sync, String module, Map<String, String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        database.useTransaction(handle -> {
            remove(handle, sync, module, hashes.keySet());
            PreparedBatch rows = handle.prepareBatch(
                    "insert into sync_state (sync, module, record_id, hash)" + " values (:sync, :module, :id, :hash)");
            hashes.forEach((id, hash) -> rows.bind("sync", sync)
                    .bind("module", module)
                    .bind("id", id)
                    .bind("hash", hash)
                    .add());
            rows.execute();
        });
    }

    /** These records are gone. */
    public void remove(String sync, String module, Collection<String> ids) {
        database.useTransaction(handle -> remove(handle, sync, module, ids));
    }

    private static void remove(Handle handle, String sync, String module, Collection<String> ids) {
        for (List<String> part : parts(ids)) {
            handle.createUpdate("delete from sync_state"
                            + " where sync = :sync and module = :module and record_id in (<ids>)")
                    .bind("sync", sync)
                    .bind("module", module)
                    .bindList("ids", part)
                    .execute();
        }
    }

    private static List<List<String>> parts(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            parts.add(all.subList(from, Math.min(from + TOGETHER, all.size())));
        }
        return parts;
    }
}
