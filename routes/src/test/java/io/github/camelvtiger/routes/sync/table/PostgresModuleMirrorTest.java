package io.github.camelvtiger.routes.sync.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresModuleMirrorTest extends ModuleMirrorContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
    }

    @Override
    StoreAddress address() {
        return new StoreAddress(
                postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.of("postgres"));
    }

    /** PostgreSQL has no NUL in texts. */
    @Test
    void whatTheDatabaseCannotHoldIsKeptBesideItsRow() throws IOException {
        ModuleMirror mirror = mirror("", people());
        write(mirror, Map.of("id", "12x1", "lastname", "a\u0000b"));

        Map<String, Object> row = mirror.rows(List.of("12x1")).get(0);
        assertThat(row).containsEntry("lastname", null);
        assertThat((String) row.get("_errors")).contains("a\\u0000b");
    }

    @Test
    void columnsSayWhatPeopleCallThem() throws IOException, SQLException {
        mirror("", people(field("cf_852", "date"))).table();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, "public", "contacts", "cf%")) {
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("REMARKS")).isEqualTo("Label of 'cf_852'");
        }
    }

    /** The failure is that of PostgreSQL, raised by a trigger: a disk that is full is not to be had without root. */
    @Test
    void onAFullDiskThePortionFailsWholeAndComesAgainWhenThereIsRoom() throws IOException, SQLException {
        ModuleMirror mirror = mirror("", people());
        write(mirror, Map.of("id", "12x1", "lastname", "Before"));
        execute(
                "create function full_disk() returns trigger as 'begin raise exception using errcode = ''disk_full'',"
                        + " message = ''could not extend file \"base/5/16384\": No space left on device''; end' language plpgsql");
        execute("create trigger full_disk before insert or update on contacts for each row"
                + " when (new.lastname = 'Second') execute function full_disk()");

        assertThatThrownBy(() -> mirror.write(
                        List.of(
                                mirror.state(Map.of("id", "12x1", "lastname", "First"), Instant.EPOCH, List.of()),
                                mirror.state(Map.of("id", "12x2", "lastname", "Second"), Instant.EPOCH, List.of())),
                        Optional.empty()))
                .isInstanceOfSatisfying(TableException.class, failure -> assertThat(failure.isOfRow())
                        .isFalse())
                .hasMessageStartingWith("The database 'warehouse' at ")
                .hasMessageEndingWith("No space left on device; see that its disk has room, until which records wait.");
        assertThat(mirror.rows(List.of("12x1", "12x2")))
                .extracting(row -> row.get("lastname"))
                .containsExactly("Before");

        execute("drop trigger full_disk on contacts");
        write(mirror, Map.of("id", "12x2", "lastname", "Second"));
        assertThat(mirror.rows(List.of("12x2"))).hasSize(1);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
