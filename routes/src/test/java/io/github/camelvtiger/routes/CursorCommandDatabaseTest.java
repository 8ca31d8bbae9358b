package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.CursorTakenException;
import io.github.camelvtiger.changes.JdbcCursorStore;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In PostgreSQL. */
class CursorCommandDatabaseTest extends CursorCommandContract {

    private static SharedDatabase server;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws IOException {
        server = SharedDatabase.start();
        Map<String, String> settings = server.settings();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.get("cursor.jdbc.url"));
        config.setUsername(settings.get("cursor.jdbc.username"));
        config.setPassword(settings.get("cursor.jdbc.password"));
        pool = new HikariDataSource(config);
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        server.close();
    }

    @Override
    JdbcCursorStore cursors() {
        return new JdbcCursorStore(pool);
    }

    @Override
    CursorsPlace place() {
        return CursorsPlace.database(cursors());
    }

    @Test
    void whatIsInUseIsShownAndTakenAwayToBeChanged() {
        CursorStore store = cursors();
        try (Cursor used = store.open(CONTACTS)) {
            used.read();
            assertThat(run("show", "Contacts")).isZero();
            assertThat(run("parked", "Contacts")).isZero();
            used.confirm();
            assertThat(run("release", "Contacts", "all")).isZero();
            assertThat(out.toString())
                    .contains(
                            "2 records are tried again",
                            "A consumer that was using the cursor stops",
                            "start it again");
            assertThatThrownBy(used::confirm).isInstanceOf(CursorTakenException.class);
        }
        assertThat(look(CONTACTS).parked()).hasSize(2);
    }
}
