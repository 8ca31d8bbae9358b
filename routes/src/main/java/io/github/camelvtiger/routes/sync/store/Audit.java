package io.github.camelvtiger.routes.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** What persons have done, and what came of it. */
public final class Audit {

    private final Database database;
    private final InstantSource clock;

    Audit(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One thing that was done.
     *
     * @param command as it is given on a command line
     * @param outcome empty while it is under way, and if the process ended meanwhile
     */
    public record Entry(long id, Instant begun, String person, String command, Optional<String> outcome) {}

    /** Before it is done, so that what a process does that ends meanwhile is known as well. */
    public long begin(String person, String command) {
        return database.withHandle(handle -> handle.createUpdate(
                        "insert into sync_audit (begun, person, command) values (:now, :person, :command)")
                .bind("now", clock.instant())
                .bind("person", person)
                .bind("command", command)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    public void end(long entry, String outcome) {
        database.useHandle(handle -> handle.createUpdate("update sync_audit set outcome = :outcome where id = :id")
                .bind("id", entry)
                .bind("outcome", Texts.cut(outcome))
                .execute());
    }

    /** The newest first. */
    public List<Entry> latest(int most) {
        return database.withHandle(handle -> handle.createQuery("select * from sync_audit order by id desc limit :most")
                .bind("most", most)
                .map(Audit::entry)
                .list());
    }

    void removeOlderThan(Instant before) {
        database.useHandle(handle -> handle.createUpdate("delete from sync_audit where begun < :before")
                .bind("before", before)
                .execute());
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("begun").toInstant(),
                row.getString("person"),
                row.getString("command"),
                Optional.ofNullable(row.getString("outcome")));
    }
}
