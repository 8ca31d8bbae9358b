package io.github.camelvtiger.routes.sync.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The runs of all syncs. */
public final class Runs {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Database database;
    private final InstantSource clock;
    private final Map<String, RunCounts> sinceOpened = new ConcurrentHashMap<>();

    Runs(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A new run, which is running.
     *
     * @param connection url and user of the CRM
     */
    public Run begin(
            String sync, Run.Kind kind, String source, String sourceSha256, String syncSha256, String connection) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.inTransaction(handle -> {
            String id = freeId(handle, sync + "-" + STAMP.format(now));
            handle.createUpdate(
                            "insert into sync_run (id, sync, kind, state, source, source_sha256, sync_sha256, connection,"
                                    + " started) values (:id, :sync, :kind, 'RUNNING', :source, :sourceSha, :syncSha, :connection, :now)")
                    .bind("id", id)
                    .bind("sync", sync)
                    .bind("kind", kind.name())
                    .bind("source", source)
                    .bind("sourceSha", sourceSha256)
                    .bind("syncSha", syncSha256)
                    .bind("connection", connection)
                    .bind("now", now)
                    .execute();
            return new Run(
                    id,
                    sync,
                    kind,
                    Run.State.RUNNING,
                    source,
                    sourceSha256,
                    syncSha256,
                    connection,
                    now,
                    Optional.empty(),
                    0,
                    RunCounts.NONE,
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    private static String freeId(Handle handle, String wanted) {
        String id = wanted;
        for (int next = 2; exists(handle, id); next++) {
            id = wanted + "-" + next;
        }
        return id;
    }

    private static boolean exists(Handle handle, String id) {
        return handle.createQuery("select count(*) from sync_run where id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** An interrupted run is at work again. */
    public void resume(String run) {
        database.useHandle(handle -> handle.createUpdate(
                        "update sync_run set state = 'RUNNING', ended = null, message = null where id = :id")
                .bind("id", run)
                .execute());
    }

    /**
     * Everything up to a row is done.
     *
     * @param position the row's number
     * @param counts what is added to those of the run
     */
    public void advance(String run, long position, RunCounts counts) {
        add(run, OptionalLong.of(position), counts);
    }

    /** What became of records that are not those of its rows. */
    public void count(String run, RunCounts counts) {
        add(run, OptionalLong.empty(), counts);
    }

    private void add(String run, OptionalLong position, RunCounts counts) {
        String sync = database.withHandle(handle -> {
            handle.createUpdate(
                            "update sync_run set position = coalesce(:position, position), created = created + :created,"
                                    + " updated = updated + :updated, unchanged = unchanged + :unchanged, deleted = deleted + :deleted,"
                                    + " rejected = rejected + :rejected, skipped = skipped + :skipped where id = :id")
                    .bind("id", run)
                    .bind("position", position.isPresent() ? position.getAsLong() : null)
                    .bind("created", counts.created())
                    .bind("updated", counts.updated())
                    .bind("unchanged", counts.unchanged())
                    .bind("deleted", counts.deleted())
                    .bind("rejected", counts.rejected())
                    .bind("skipped", counts.skipped())
                    .execute();
            return handle.createQuery("select sync from sync_run where id = :id")
                    .bind("id", run)
                    .mapTo(String.class)
                    .one();
        });
        sinceOpened.merge(sync, counts, RunCounts::plus);
    }

    /** What became of the rows of all runs of a sync of one kind that began from some moment on. */
    public RunCounts since(String sync, Run.Kind kind, Instant moment) {
        return database.withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(created), 0) created, coalesce(sum(updated), 0) updated,"
                                + " coalesce(sum(unchanged), 0) unchanged, coalesce(sum(deleted), 0) deleted,"
                                + " coalesce(sum(rejected), 0) rejected, coalesce(sum(skipped), 0) skipped from sync_run"
                                + " where sync = :sync and kind = :kind and started >= :moment")
                .bind("sync", sync)
                .bind("kind", kind.name())
                .bind("moment", moment)
                .map((row, context) -> new RunCounts(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("deleted"),
                        row.getLong("rejected"),
                        row.getLong("skipped")))
                .one());
    }

    /** Runs that began before some moment, and whose process has not ended them, are over. */
    public void endBefore(String sync, Run.Kind kind, Instant moment) {
        database.useHandle(handle -> handle.createUpdate(
                        "update sync_run set state = 'DONE', ended = :now where sync = :sync and kind = :kind"
                                + " and state = 'RUNNING' and started < :moment")
                .bind("sync", sync)
                .bind("kind", kind.name())
                .bind("moment", moment)
                .bind("now", clock.instant())
                .execute());
    }

    /** What became of the rows of all runs of a sync since this process opened the store. */
    public RunCounts sinceOpened(String sync) {
        return sinceOpened.getOrDefault(sync, RunCounts.NONE);
    }

    /** The highest number that a row of a run has, whatever became of it. */
    public long lastRow(String run) {
        return database.withHandle(handle -> handle.createQuery(
                        "select greatest(position, coalesce((select max(row_number) from sync_write where run = :run), 0),"
                                + " coalesce((select max(row_number) from sync_reject where run = :run), 0))"
                                + " from sync_run where id = :run")
                .bind("run", run)
                .mapTo(Long.class)
                .one());
    }

    /** What is to be said of a run that is at work; null for nothing. */
    public void note(String run, String message) {
        database.useHandle(handle -> handle.createUpdate("update sync_run set message = :message where id = :id")
                .bind("id", run)
                .bind("message", Texts.cut(message))
                .execute());
    }

    /**
     * What a run reads.
     *
     * @param titles of a table; none for JSON
     */
    public void reads(String run, List<String> titles) {
        database.useHandle(handle -> handle.createUpdate("update sync_run set titles = :titles where id = :id")
                .bind("id", run)
                .bind("titles", StoredJson.text(titles))
                .execute());
    }

    /** How many rows the source of a run has. */
    public void hasRows(String run, long total) {
        database.useHandle(handle -> handle.createUpdate("update sync_run set total = :total where id = :id")
                .bind("id", run)
                .bind("total", total)
                .execute());
    }

    /** @param file where the rejects of a run are as a file */
    public void rejectsFile(String run, String file) {
        database.useHandle(handle -> handle.createUpdate("update sync_run set rejects_file = :file where id = :id")
                .bind("id", run)
                .bind("file", file)
                .execute());
    }

    /** Runs of a kind that a process began and did not end, and that do not go on: the next one begins afresh. */
    public void endLeft(String sync, Run.Kind kind) {
        database.useHandle(handle -> handle.createUpdate(
                        "update sync_run set state = 'INTERRUPTED', ended = :now,"
                                + " message = 'Its process ended meanwhile.' where sync = :sync and kind = :kind and state = 'RUNNING'")
                .bind("sync", sync)
                .bind("kind", kind.name())
                .bind("now", clock.instant())
                .execute());
    }

    /** The files of rejects of all runs, with the names of their syncs. */
    public Map<Path, String> rejectsFiles() {
        Map<Path, String> files = new LinkedHashMap<>();
        database.useHandle(handle -> handle.createQuery(
                        "select rejects_file, sync from sync_run where rejects_file is not null order by started")
                .map((row, context) -> files.put(Path.of(row.getString("rejects_file")), row.getString("sync")))
                .list());
        return files;
    }

    /** Undos of a run, the first one first. */
    public List<Run> undosOf(String run) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from sync_run where kind = 'UNDO' and source = :source order by started, id")
                .bind("source", undoOf(run))
                .map(Runs::run)
                .list());
    }

    /** What an undo of a run names as its source. */
    public static String undoOf(String run) {
        return "undo of " + run;
    }

    /** @param message why it ended so; null if it is done */
    public void end(String run, Run.State state, String message) {
        database.useHandle(handle -> handle.createUpdate(
                        "update sync_run set state = :state, ended = :now, message = :message where id = :id")
                .bind("id", run)
                .bind("state", state.name())
                .bind("now", clock.instant())
                .bind("message", Texts.cut(message))
                .execute());
    }

    public Optional<Run> find(String id) {
        return database.withHandle(handle -> handle.createQuery("select * from sync_run where id = :id")
                .bind("id", id)
                .map(Runs::run)
                .findOne());
    }

    /** The last run of a sync that began, other than tries of rejects. */
    public Optional<Run> last(String sync) {
        return database.withHandle(handle -> handle.createQuery("select * from sync_run where sync = :sync"
                        + " and kind <> 'RETRY' order by started desc, id desc limit 1")
                .bind("sync", sync)
                .map(Runs::run)
                .findOne());
    }

    /** The newest runs of a sync of all kinds, the newest first. */
    public List<Run> latest(String sync, int most) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from sync_run where sync = :sync order by started desc, id desc limit :most")
                .bind("sync", sync)
                .bind("most", most)
                .map(Runs::run)
                .list());
    }

    /** The last run of a sync of one kind. */
    public Optional<Run> last(String sync, Run.Kind kind) {
        return database.withHandle(handle -> handle.createQuery("select * from sync_run where sync = :sync"
                        + " and kind = :kind order by started desc, id desc limit 1")
                .bind("sync", sync)
                .bind("kind", kind.name())
                .map(Runs::run)
                .findOne());
    }

    /** The last run of a sync that read these bytes. */
    public Optional<Run> lastOf(String sync, String sourceSha256) {
        return database.withHandle(handle -> handle.createQuery("select * from sync_run where sync = :sync"
                        + " and source_sha256 = :sha and kind = 'RUN' order by started desc, id desc limit 1")
                .bind("sync", sync)
                .bind("sha", sourceSha256)
                .map(Runs::run)
                .findOne());
    }

    private static Run run(ResultSet row, StatementContext context) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("sync"),
                Run.Kind.valueOf(row.getString("kind")),
                Run.State.valueOf(row.getString("state")),
                row.getString("source"),
                row.getString("source_sha256"),
                row.getString("sync_sha256"),
                row.getString("connection"),
                row.getTimestamp("started").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
                row.getLong("position"),
                new RunCounts(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("deleted"),
                        row.getLong("rejected"),
                        row.getLong("skipped")),
                row.getObject("total") == null ? OptionalLong.empty() : OptionalLong.of(row.getLong("total")),
                Optional.ofNullable(row.getString("rejects_file")),
                Optional.ofNullable(row.getString("message")));
    }
}
