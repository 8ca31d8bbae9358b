package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.util.List;

/**
 * Removes what is older than it is to be kept: whole runs, each with its writes and its rejects, so that a run that is there can be
 * undone. What is kept in any case: a run with rejects that wait, what their tries wrote, and the last run of each sync.
 */
public final class Retention {

    /** So that the database can use the room of one portion for the next. */
    private static final int PORTION = 500;

    private static final String OLD = "select r.id from sync_run r where coalesce(r.ended, r.started) < :before"
            + " and r.state <> 'RUNNING'"
            + " and exists (select 1 from sync_run n where n.sync = r.sync and n.kind <> 'RETRY' and n.started > r.started)"
            + " and not exists (select 1 from sync_reject j where j.run = r.id and j.state = 'OPEN')"
            + " and not exists (select 1 from sync_write w join sync_reject j on j.id = w.reject"
            + " where w.run = r.id and j.state = 'OPEN') order by r.started";

    private final Database database;
    private final Audit audit;

    Retention(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @return how many runs were removed */
    public int removeOlderThan(Instant before) {
        List<String> runs = database.withHandle(handle -> handle.createQuery(OLD)
                .bind("before", before)
                .mapTo(String.class)
                .list());
        runs.forEach(this::remove);
        audit.removeOlderThan(before);
        return runs.size();
    }

    /** A run whose writes are partly gone is not undone any more, also if the process ends meanwhile. */
    private void remove(String run) {
        database.useHandle(handle -> handle.createUpdate("update sync_run set state = 'EXPIRED' where id = :run")
                .bind("run", run)
                .execute());
        removePortions("sync_write", run);
        removePortions("sync_reject", run);
        database.useHandle(handle -> handle.createUpdate("delete from sync_run where id = :run")
                .bind("run", run)
                .execute());
    }

    private void removePortions(String table, String run) {
        int removed;
        do {
            removed = database.withHandle(
                    handle -> handle.createUpdate("delete from " + table + " where id in (select id from " + table
                                    + " where run = :run order by id limit " + PORTION + ")")
                            .bind("run", run)
                            .execute());
        } while (removed == PORTION);
    }
}
