package io.github.camelvtiger.routes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A real PostgreSQL, as several instances of the application share it for their cursors and for what syncs have done. */
public final class SharedDatabase implements AutoCloseable {

    private static final Pattern POSITION = Pattern.compile("(\\d+)/(\\d+)");
    private static final Pattern OWNER = Pattern.compile("process (\\d+)@.*");
    private static final int PASSES = 3;

    /**
     * A cursor as it is stored.
     *
     * @param pid of the process that took it last
     * @param positions of the passes as seconds and numbers
     */
    record StoredCursor(long epoch, long pid, List<Position> positions) {

        /** Whether nothing went back from an earlier look to this one. */
        boolean isNotBehind(StoredCursor earlier) {
            for (int pass = 0; pass < earlier.positions().size(); pass++) {
                if (positions.get(pass).compareTo(earlier.positions().get(pass)) < 0) {
                    return false;
                }
            }
            return epoch >= earlier.epoch();
        }
    }

    record Position(long second, long number) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int bySecond = Long.compare(second, other.second);
            return bySecond != 0 ? bySecond : Long.compare(number, other.number);
        }
    }

    private final EmbeddedPostgres server;

    private SharedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static SharedDatabase start() throws IOException {
        return new SharedDatabase(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start());
    }

    /** Url of the store, whose user and password are both postgres. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    Map<String, String> settings() {
        String url = url();
        return Map.of(
                "cursor.jdbc.url", url,
                "cursor.jdbc.username", "postgres",
                "cursor.jdbc.password", "postgres",
                "store.url", url,
                "store.username", "postgres",
                "store.password", "postgres");
    }

    /** The cursor of the sync contacts-by-day; empty until the feed has saved it for the first time. */
    Optional<StoredCursor> cursor() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT to_regclass('vtiger_cursor') IS NOT NULL")) {
            tables.next();
            if (!tables.getBoolean(1)) {
                return Optional.empty();
            }
            try (ResultSet row = statement.executeQuery("SELECT epoch, owner, progress FROM vtiger_cursor"
                    + " WHERE progress IS NOT NULL AND name = 'sync::contacts-by-day:Contacts'")) {
                return row.next() ? Optional.of(cursor(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredCursor cursor(ResultSet row) throws SQLException {
        var owner = OWNER.matcher(row.getString(2));
        if (!owner.matches()) {
            throw new IllegalStateException("The owner is " + row.getString(2));
        }
        List<Position> positions = POSITION.matcher(row.getString(3))
                .results()
                .limit(PASSES)
                .map(each -> new Position(Long.parseLong(each.group(1)), Long.parseLong(each.group(2))))
                .toList();
        return new StoredCursor(row.getLong(1), Long.parseLong(owner.group(1)), positions);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
