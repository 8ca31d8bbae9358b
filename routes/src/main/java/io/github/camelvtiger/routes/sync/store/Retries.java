package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rejects that are tried again: which, when, and by which run. */
public final class Retries {

    private final Database database;
    private final InstantSource clock;
    private final RetryPauses pauses;

    Retries(Database database, InstantSource clock, RetryPauses pauses) {
        this.database = database;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** When a reject is tried again after so many tries; null if it waits for a person. */
    Instant next(Reject.Cause cause, int tries, Instant refused, Instant now) {
        return cause == Reject.Cause.PASSING ? pauses.next(tries, refused, now).orElse(null) : null;
    }

    /**
     * A run takes those that wait, to try them again. When they are due next is decided now, so that a run that fails or is
     * killed does not begin again at once.
     *
     * @param due only those whose time has come
     * @return how many they are
     */
    public long take(String sync, String run, boolean due) {
        Instant now = clock.instant();
        String which = "sync = :sync and state = 'OPEN'" + (due ? " and next_try <= :now" : "");
        return database.inTransaction(handle -> {
            List<Long> ids = bound(handle.createQuery("select id from sync_reject where " + which), sync, due, now)
                    .mapTo(Long.class)
                    .list();
            for (Long id : ids) {
                Reject reject = Rejects.find(handle, id).orElseThrow();
                int tries = reject.tries() + 1;
                handle.createUpdate(
                                "update sync_reject set retry = :run, tries = :tries, next_try = :next where id = :id")
                        .bind("id", id)
                        .bind("run", run)
                        .bind("tries", tries)
                        .bind("next", next(reject.cause(), tries, reject.refused(), now))
                        .execute();
            }
            return (long) ids.size();
        });
    }

    private static Query bound(Query query, String sync, boolean due, Instant now) {
        query.bind("sync", sync);
        return due ? query.bind("now", now) : query;
    }

    /** Those that a run has taken and that are still open, behind one of them, in the order of their ids; some at a time. */
    public List<Reject> taken(String run, long after) {
        return database.withHandle(handle -> handle.createQuery(Rejects.SELECT
                        + "r.retry = :run and r.state = 'OPEN' and r.id > :after order by r.id limit " + Rejects.PAGE)
                .bind("run", run)
                .bind("after", after)
                .map(Rejects::reject)
                .list());
    }

    /** How many are to be tried again by now. */
    public long numberDue(String sync) {
        return database.withHandle(handle -> handle.createQuery(
                        "select count(*) from sync_reject where sync = :sync and state = 'OPEN' and next_try <= :now")
                .bind("sync", sync)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    /** When the next one is tried again; empty if none is. */
    public Optional<Instant> nextTry(String sync) {
        return database.withHandle(handle -> handle.createQuery(
                        "select min(next_try) from sync_reject where sync = :sync and state = 'OPEN'")
                .bind("sync", sync)
                .mapTo(Instant.class)
                .findOne());
    }

    static boolean isTakenBy(Handle handle, long id, String run) {
        return handle.createQuery("select count(*) from sync_reject where id = :id and retry = :run")
                        .bind("id", id)
                        .bind("run", run)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
