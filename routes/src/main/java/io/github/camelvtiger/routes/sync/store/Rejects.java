package io.github.camelvtiger.routes.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What was refused, and waits for a person. */
public final class Rejects {

    private final Jdbi jdbi;
    private final InstantSource clock;

    Rejects(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A row that was refused, once for each row of a run.
     */
    public void add(String sync, String run, long row, String place, Map<String, ?> payload, String reason) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from sync_reject where run = :run and row_number = :row")
                    .bind("run", run)
                    .bind("row", row)
                    .execute();
            handle.createUpdate(
                            "insert into sync_reject (sync, run, row_number, place, payload, reason, state, refused)"
                                    + " values (:sync, :run, :row, :place, :payload, :reason, 'OPEN', :now)")
                    .bind("sync", sync)
                    .bind("run", run)
                    .bind("row", row)
                    .bind("place", place)
                    .bind("payload", StoredJson.text(payload))
                    .bind("reason", Texts.cut(reason))
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    /** A person gives it up. */
    public void drop(long reject) {
        jdbi.useHandle(handle -> handle.createUpdate("update sync_reject set state = 'DROPPED' where id = :id")
                .bind("id", reject)
                .execute());
    }

    /** Those that wait, the oldest first. */
    public List<Reject> open(String sync) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from sync_reject where sync = :sync and state = 'OPEN' order by id")
                .bind("sync", sync)
                .map(Rejects::reject)
                .list());
    }

    public long numberOpen(String sync) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from sync_reject where sync = :sync and state = 'OPEN'")
                        .bind("sync", sync)
                        .mapTo(Long.class)
                        .one());
    }

    private static Reject reject(ResultSet row, StatementContext context) throws SQLException {
        return new Reject(
                row.getLong("id"),
                row.getString("sync"),
                row.getString("run"),
                row.getLong("row_number"),
                row.getString("place"),
                StoredJson.record(row.getString("payload")),
                row.getString("reason"),
                Reject.State.valueOf(row.getString("state")),
                row.getTimestamp("refused").toInstant());
    }
}
