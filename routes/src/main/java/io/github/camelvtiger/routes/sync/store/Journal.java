package io.github.camelvtiger.routes.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Every write of every run: what was there before, what was sent, what the CRM answered. */
public final class Journal {

    private static final int FETCH = 500;

    private final Database database;
    private final InstantSource clock;

    Journal(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the number by which the outcome of the write is reported */
    public long intend(Intent write) {
        return database.withHandle(handle -> handle.createUpdate(
                        "insert into sync_write (run, row_number, place, reject,"
                                + " kind, module, record_id, stored, sent, answered, referrers, state, intended) values (:run, :row,"
                                + " :place, :reject, :kind, :module, :recordId, :stored, :sent, '{}', :referrers, 'INTENDED', :now)")
                .bind("run", write.run())
                .bind("row", write.row())
                .bind("place", write.place())
                .bind("reject", write.reject())
                .bind("kind", write.kind().name())
                .bind("module", write.module())
                .bind("recordId", write.recordId())
                .bind("stored", StoredJson.text(write.stored()))
                .bind("sent", StoredJson.text(write.sent()))
                .bind("referrers", StoredJson.text(write.referrers()))
                .bind("now", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** What became of writes, all or nothing. */
    public void settle(List<Settled> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        database.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("update sync_write set state = :state,"
                    + " record_id = coalesce(:recordId, record_id), answered = :answered, failure = :failure, ended = :now"
                    + " where id = :id and state <> 'FORGOTTEN'");
            for (Settled outcome : outcomes) {
                batch.bind("id", outcome.write())
                        .bind("state", outcome.state().name())
                        .bind("recordId", outcome.recordId())
                        .bind("answered", StoredJson.text(outcome.answered()))
                        .bind("failure", Texts.cut(outcome.failure()))
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
    }

    /**
     * The writes of a run, in the order in which they were intended, read while they are taken.
     *
     * @param each sees one after the other
     */
    public void ofRun(String run, Consumer<JournalledWrite> each) {
        database.useTransaction(handle -> {
            try (Stream<JournalledWrite> writes = handle
                    .createQuery("select * from sync_write where run = :run order by id")
                    .bind("run", run)
                    .setFetchSize(FETCH)
                    .map(Journal::write)
                    .stream()) {
                writes.forEach(each);
            }
        });
    }

    /** The writes of a run to some records, of which there are no more than a portion, in the order in which they were intended. */
    public List<JournalledWrite> ofRecords(String run, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.withHandle(handle -> handle.createQuery(
                                "select * from sync_write where record_id in (<ids>) and run = :run order by id")
                        .bind("run", run)
                        .bindList("ids", ids)
                        .map(Journal::write)
                        .list());
    }

    /** The writes of the rows of a run behind a row. */
    public List<JournalledWrite> behind(String run, long position) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from sync_write where run = :run and row_number > :position order by id")
                .bind("run", run)
                .bind("position", position)
                .map(Journal::write)
                .list());
    }

    /**
     * The creates of records that rows refer to, by any sync, of which is not known whether they have arrived.
     *
     * @param connection url and user of the CRM
     */
    public List<JournalledWrite> createsInDoubt(String connection, String module) {
        return database.withHandle(
                handle -> handle.createQuery("select w.* from sync_write w join sync_run r on r.id = w.run"
                                + " where w.state in ('INTENDED', 'AMBIGUOUS') and w.row_number = 0 and w.kind = 'CREATE'"
                                + " and r.kind <> 'UNDO'"
                                + " and w.module = :module and r.connection = :connection order by w.id")
                        .bind("connection", connection)
                        .bind("module", module)
                        .map(Journal::write)
                        .list());
    }

    /** The creates of a sync of whose records neither the CRM nor a link has told, the oldest first. */
    public List<JournalledWrite> doubtfulCreates(String sync) {
        return database.withHandle(handle -> handle.createQuery(
                        "select w.* from sync_write w join sync_run r on r.id = w.run where r.sync = :sync"
                                + " and w.kind = 'CREATE' and w.state in ('INTENDED', 'AMBIGUOUS') and not exists"
                                + " (select 1 from sync_link l where l.sync = :sync and l.source = w.place) order by w.id")
                .bind("sync", sync)
                .map(Journal::write)
                .list());
    }

    /** The writes of a sync for these places, the oldest first. */
    public List<JournalledWrite> at(String sync, List<String> places) {
        List<JournalledWrite> writes = new ArrayList<>();
        for (int from = 0; from < places.size(); from += FETCH) {
            List<String> portion = places.subList(from, Math.min(from + FETCH, places.size()));
            database.useHandle(
                    handle -> handle.createQuery("select w.* from sync_write w join sync_run r on r.id = w.run"
                                    + " where r.sync = :sync and w.place in (<places>) order by w.id")
                            .bind("sync", sync)
                            .bindList("places", portion)
                            .map(Journal::write)
                            .forEach(writes::add));
        }
        return writes;
    }

    /** The writes by which a reject was tried, the oldest first. */
    public List<JournalledWrite> ofReject(long reject) {
        return database.withHandle(
                handle -> handle.createQuery("select * from sync_write where reject = :reject order by id")
                        .bind("reject", reject)
                        .map(Journal::write)
                        .list());
    }

    /**
     * All writes of a record, the oldest first.
     *
     * @param record its id, or a value that was sent to it, as a whole and in this spelling
     */
    public List<JournalledWrite> touching(String record) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from sync_write where record_id = :record"
                                + " or record_id in (select record_id from sync_write where sent like :value escape '!') order by id")
                .bind("record", record)
                .bind("value", "%:" + StoredJson.value(record).replaceAll("[!%_]", "!$0") + "%")
                .map(Journal::write)
                .list());
    }

    private static JournalledWrite write(ResultSet row, StatementContext context) throws SQLException {
        return new JournalledWrite(
                row.getLong("id"),
                row.getString("run"),
                row.getLong("row_number"),
                row.getString("place"),
                JournalledWrite.Kind.valueOf(row.getString("kind")),
                row.getString("module"),
                Optional.ofNullable(row.getString("record_id")),
                StoredJson.record(row.getString("stored")),
                StoredJson.record(row.getString("sent")),
                StoredJson.record(row.getString("answered")),
                StoredJson.idsByField(row.getString("referrers")),
                JournalledWrite.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("failure")),
                row.getTimestamp("intended").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant));
    }
}
