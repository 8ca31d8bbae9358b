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

    private static final int LONGEST_COMMAND = 1000;

    private final Database database;
    private final InstantSource clock;

    Audit(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Who does something.
     *
     * @param name of the user of the page, or the account of the operating system
     * @param place {@code page} or {@code command line}
     */
    public record Person(String name, String place) {

        public static Person atPage(String user) {
            return new Person(user, "page");
        }

        public static Person atCommandLine(String account) {
            return new Person(account, "command line");
        }
    }

    /**
     * One thing that was done.
     *
     * @param command as it is given on a command line
     * @param outcome empty while it is under way, and if the process ended meanwhile
     */
    public record Entry(long id, Instant begun, Person person, String command, Optional<String> outcome) {}

    /** Before it is done, so that what a process does that ends meanwhile is known as well. */
    public long begin(Person person, String command) {
        return database.withHandle(handle -> handle.createUpdate(
                        "insert into sync_audit (begun, person, place, command) values (:now, :person, :place, :command)")
                .bind("now", clock.instant())
                .bind("person", person.name())
                .bind("place", person.place())
                .bind("command", cut(command))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    private static String cut(String command) {
        return command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND - 1) + "…";
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
                new Person(row.getString("person"), row.getString("place")),
                row.getString("command"),
                Optional.ofNullable(row.getString("outcome")));
    }
}
