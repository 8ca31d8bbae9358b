package io.github.camelvtiger.routes.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What was refused, and is tried again or waits for a person. */
public final class Rejects {

    static final int PAGE = 500;

    static final String SELECT = "select r.*, n.titles from sync_reject r join sync_run n on n.id = r.run where ";

    private final Database database;
    private final InstantSource clock;
    private final Retries retries;

    Rejects(Database database, InstantSource clock, Retries retries) {
        this.database = database;
        this.clock = clock;
        this.retries = retries;
    }

    /**
     * A row that was refused, once for each row of a run. One that was a reject before is that reject still, with the cells it
     * has now.
     */
    public void add(String sync, String run, Refusal refusal) {
        database.useTransaction(handle -> {
            if (refusal.reject().isPresent()
                    && again(handle, run, refusal, refusal.reject().get())) {
                return;
            }
            handle.createUpdate("delete from sync_reject where run = :run and row_number = :row and place = :place")
                    .bind("run", run)
                    .bind("row", refusal.row())
                    .bind("place", refusal.place())
                    .execute();
            Instant now = clock.instant();
            long id = handle.createUpdate(
                            "insert into sync_reject (sync, run, row_number, place, module, payload, temporals,"
                                    + " reason, cause, state, tries, next_try, refused) values (:sync, :run, :row, :place, :module, :payload,"
                                    + " :temporals, :reason, :cause, 'OPEN', 1, :next, :now)")
                    .bind("sync", sync)
                    .bind("run", run)
                    .bind("row", refusal.row())
                    .bind("place", refusal.place())
                    .bind("module", refusal.module().orElse(null))
                    .bind("payload", StoredJson.text(refusal.payload()))
                    .bind("temporals", StoredJson.text(Cells.temporals(refusal.payload())))
                    .bind("reason", Texts.cut(refusal.reason()))
                    .bind("cause", refusal.cause().name())
                    .bind("next", retries.next(refusal.cause(), 1, now, now))
                    .bind("now", now)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            // What the row has written all the same, or may have, is found by its next try.
            handle.createUpdate(
                            "update sync_write set reject = :id where run = :run and row_number = :row and place = :place")
                    .bind("id", id)
                    .bind("run", run)
                    .bind("row", refusal.row())
                    .bind("place", refusal.place())
                    .execute();
        });
    }

    /** Whether a run has rejected a row. */
    public boolean isRejected(String run, long row, String place) {
        return database.withHandle(handle -> handle.createQuery(
                                "select count(*) from sync_reject where run = :run and row_number = :row and place = :place")
                        .bind("run", run)
                        .bind("row", row)
                        .bind("place", place)
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    /** @return false if there is no such reject any more */
    private boolean again(Handle handle, String run, Refusal refusal, long id) {
        Optional<Reject> before = find(handle, id);
        if (before.isEmpty()) {
            return false;
        }
        Reject reject = before.get();
        boolean retried = Retries.isTakenBy(handle, id, run);
        // A portion whose end was not kept comes once more.
        boolean repeated = reject.run().equals(run) && reject.row() == refusal.row();
        int tries = retried || repeated ? reject.tries() : reject.tries() + 1;
        handle.createUpdate("update sync_reject set state = 'OPEN', ended = null, reason = :reason, cause = :cause,"
                        + " tries = :tries, next_try = :next where id = :id")
                .bind("id", id)
                .bind("reason", Texts.cut(refusal.reason()))
                .bind("cause", refusal.cause().name())
                .bind("tries", tries)
                .bind("next", retries.next(refusal.cause(), tries, reject.refused(), clock.instant()))
                .execute();
        if (!retried) {
            handle.createUpdate(
                            "update sync_reject set run = :run, row_number = :row, place = :place, payload = :payload,"
                                    + " temporals = :temporals where id = :id")
                    .bind("id", id)
                    .bind("run", run)
                    .bind("row", refusal.row())
                    .bind("place", refusal.place())
                    .bind("payload", StoredJson.text(refusal.payload()))
                    .bind("temporals", StoredJson.text(Cells.temporals(refusal.payload())))
                    .execute();
        }
        return true;
    }

    /** A row of it was written, or needs nothing any more. */
    public void written(long reject) {
        end(reject, Reject.State.WRITTEN);
    }

    /** A person gives it up. */
    public void drop(long reject) {
        end(reject, Reject.State.DROPPED);
    }

    /**
     * An export of all records of a module is complete: what earlier ones could not hold is in it, or a reject of it.
     *
     * @param run the export
     */
    public void superseded(String sync, String module, String run) {
        database.useHandle(handle -> handle.createUpdate(
                        "update sync_reject set state = 'WRITTEN', next_try = null, ended = :now where sync = :sync"
                                + " and state = 'OPEN' and run <> :run and place like :places")
                .bind("sync", sync)
                .bind("run", run)
                .bind("places", module + " %")
                .bind("now", clock.instant())
                .execute());
    }

    private void end(long reject, Reject.State state) {
        database.useHandle(handle -> handle.createUpdate(
                        "update sync_reject set state = :state, next_try = null, ended = :now where id = :id")
                .bind("id", reject)
                .bind("state", state.name())
                .bind("now", clock.instant())
                .execute());
    }

    public Optional<Reject> find(long reject) {
        return database.withHandle(handle -> find(handle, reject));
    }

    static Optional<Reject> find(Handle handle, long reject) {
        return handle.createQuery(SELECT + "r.id = :id")
                .bind("id", reject)
                .map(Rejects::reject)
                .findOne();
    }

    /** Those that wait, the oldest first. */
    public List<Reject> open(String sync) {
        return open(sync, Integer.MAX_VALUE);
    }

    /** The oldest of those that wait. */
    public List<Reject> open(String sync, int most) {
        return database.withHandle(
                handle -> handle.createQuery(SELECT + "r.sync = :sync and r.state = 'OPEN' order by r.id limit :most")
                        .bind("sync", sync)
                        .bind("most", most)
                        .map(Rejects::reject)
                        .list());
    }

    /** Those that wait, by the place where their rows were read, of some places. */
    public Map<String, Long> openAt(String sync, Collection<String> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> found = new HashMap<>();
        database.useHandle(handle -> handle.createQuery(
                        "select id, place from sync_reject where sync = :sync and state = 'OPEN' and place in (<places>)"
                                + " order by id")
                .bind("sync", sync)
                .bindList("places", List.copyOf(places))
                .map((row, context) -> Map.entry(row.getString("place"), row.getLong("id")))
                .forEach(each -> found.put(each.getKey(), each.getValue())));
        return found;
    }

    /** Those of the rows of a run that wait, in the order of the rows. */
    public void openOfRun(String run, Consumer<Reject> each) {
        database.useTransaction(
                handle -> handle.createQuery(SELECT + "r.run = :run and r.state = 'OPEN' order by r.row_number")
                        .bind("run", run)
                        .setFetchSize(PAGE)
                        .map(Rejects::reject)
                        .forEach(each));
    }

    public long numberOpen(String sync) {
        return database.withHandle(
                handle -> handle.createQuery("select count(*) from sync_reject where sync = :sync and state = 'OPEN'")
                        .bind("sync", sync)
                        .mapTo(Long.class)
                        .one());
    }

    /** How many rows of a run wait. */
    public long numberOpenOfRun(String run) {
        return database.withHandle(
                handle -> handle.createQuery("select count(*) from sync_reject where run = :run and state = 'OPEN'")
                        .bind("run", run)
                        .mapTo(Long.class)
                        .one());
    }

    static Reject reject(ResultSet row, StatementContext context) throws SQLException {
        return new Reject(
                row.getLong("id"),
                row.getString("sync"),
                row.getString("run"),
                row.getLong("row_number"),
                row.getString("place"),
                Optional.ofNullable(row.getString("module")),
                StoredJson.names(row.getString("titles")),
                Cells.of(row.getString("payload"), row.getString("temporals")),
                row.getString("reason"),
                Reject.Cause.valueOf(row.getString("cause")),
                Reject.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Optional.ofNullable(row.getTimestamp("next_try")).map(Timestamp::toInstant),
                row.getTimestamp("refused").toInstant());
    }
}
