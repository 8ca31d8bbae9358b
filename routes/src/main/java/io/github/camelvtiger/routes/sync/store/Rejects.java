package io.github.camelvtiger.routes.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What was refused, and waits for a person or for its cause to pass. */
public final class Rejects {

    private final Jdbi jdbi;
    private final InstantSource clock;

    Rejects(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A row that was refused, once for each row of a run.
     *
     * @param nextTry when it is tried again by itself; empty: never
     * @return its number
     */
    public long add(
            String sync,
            String run,
            long row,
            String place,
            Map<String, ?> payload,
            String reason,
            Optional<Instant> nextTry) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("delete from sync_reject where run = :run and row_number = :row")
                    .bind("run", run)
                    .bind("row", row)
                    .execute();
            return handle.createUpdate(
                            "insert into sync_reject (sync, run, row_number, place, payload, reason, passing, tries,"
                                    + " next_try, state, refused) values (:sync, :run, :row, :place, :payload, :reason, :passing, 1,"
                                    + " :next, 'OPEN', :now)")
                    .bind("sync", sync)
                    .bind("run", run)
                    .bind("row", row)
                    .bind("place", place)
                    .bind("payload", StoredJson.text(payload))
                    .bind("reason", Texts.cut(reason))
                    .bind("passing", nextTry.isPresent())
                    .bind("next", nextTry.orElse(null))
                    .bind("now", clock.instant())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Tried again, in vain. */
    public void tried(long reject, String reason, Optional<Instant> nextTry) {
        jdbi.useHandle(handle -> handle.createUpdate("update sync_reject set tries = tries + 1, reason = :reason,"
                        + " passing = :passing, next_try = :next where id = :id")
                .bind("id", reject)
                .bind("reason", Texts.cut(reason))
                .bind("passing", nextTry.isPresent())
                .bind("next", nextTry.orElse(null))
                .execute());
    }

    /** @param state closed or dropped */
    public void end(long reject, Reject.State state) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update sync_reject set state = :state, next_try = null where id = :id")
                        .bind("id", reject)
                        .bind("state", state.name())
                        .execute());
    }

    public Optional<Reject> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from sync_reject where id = :id")
                .bind("id", id)
                .map(Rejects::reject)
                .findOne());
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

    /** Those whose time has come. */
    public List<Reject> due(String sync) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from sync_reject where sync = :sync"
                        + " and state = 'OPEN' and next_try <= :now order by next_try, id")
                .bind("sync", sync)
                .bind("now", clock.instant())
                .map(Rejects::reject)
                .list());
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
                row.getBoolean("passing"),
                row.getInt("tries"),
                Optional.ofNullable(row.getTimestamp("next_try")).map(Timestamp::toInstant),
                Reject.State.valueOf(row.getString("state")),
                row.getTimestamp("refused").toInstant());
    }
}
