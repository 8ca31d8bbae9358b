package io.github.camelvtiger.routes.sync.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.run.RowOutcome;
import io.github.camelvtiger.routes.sync.run.StagedRows.Waiting;
import io.github.camelvtiger.routes.sync.run.StagedRowsException;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingTableTest {

    private static final String STATES = ", _status varchar(20), _id varchar(20), _error varchar(60))";

    private static EmbeddedPostgres postgres;

    @TempDir
    Path directory;

    private DataSources databases;
    private String source;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @AfterEach
    void close() {
        databases.close();
    }

    private void use(String database, String... statements) throws SQLException {
        source = database;
        databases = new DataSources(name -> name.equals("h2")
                ? StoreAddress.files(directory, "staging")
                : new StoreAddress(
                        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                        Optional.of("postgres"),
                        Optional.of("postgres")));
        execute("drop table if exists leads");
        execute(statements);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = databases.get(source).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private StagingTable table(String... key) {
        return new StagingTable(databases, new Source.Table(source, "leads", List.of(key), "_status", "_id", "_error"));
    }

    private List<Waiting> taken(StagingTable table) {
        List<Waiting> taken = new ArrayList<>();
        table.take(false, true, taken::add, () -> true);
        return taken;
    }

    private List<String> states() throws SQLException {
        List<String> states = new ArrayList<>();
        try (Connection connection = databases.get(source).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select _status, _id, _error from leads order by nr")) {
            while (rows.next()) {
                states.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return states;
    }

    private static RowOutcome outcome(Waiting row, RowOutcome.State state, String id, String reason) {
        return new RowOutcome(
                new Row(1, row.place(), row.cells(), Optional.empty()),
                state,
                Optional.ofNullable(id),
                Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void rowsThatWaitAreTakenInTheOrderOfTheirKeysAndSayWhatBecameOfThem(String database) throws SQLException {
        use(
                database,
                "create table leads (nr int primary key, lastname varchar(50)" + STATES,
                "insert into leads values (3, 'C', 'NEW', null, null), (1, 'A', null, null, null),"
                        + " (2, 'B', '', null, null), (4, 'D', 'done', '10x1', null), (5, 'E', 'rejected', null, 'No.')");
        StagingTable table = table();
        assertThat(table.isAnyWaiting()).isTrue();

        List<Waiting> taken = taken(table);

        assertThat(taken).extracting(Waiting::place).containsExactly("row 1", "row 2", "row 3");
        assertThat(taken.get(0).cells().values()).containsExactly(1L, "A");
        assertThat(states()).startsWith("running null null", "running null null", "running null null");
        table.settle(List.of(
                outcome(taken.get(0), RowOutcome.State.DONE, "10x7", null),
                outcome(taken.get(1), RowOutcome.State.REJECTED, null, "The field lastname is " + "long ".repeat(20)),
                outcome(taken.get(2), RowOutcome.State.SKIPPED, null, null)));
        assertThat(states())
                .startsWith("done 10x7 null")
                .contains("skipped null null")
                .anyMatch(state -> state.startsWith("rejected null The field lastname is long"));
        assertThat(table.isAnyWaiting()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whatAPersonWritesIntoTheStatusMeanwhileIsLeft(String database) throws SQLException {
        use(
                database,
                "create table leads (nr int primary key" + STATES,
                "insert into leads values (1, null, null, null), (2, null, null, null)");
        StagingTable table = table();
        List<Waiting> taken = taken(table);
        execute("update leads set _status = null where nr = 1");

        table.settle(taken.stream()
                .map(row -> outcome(row, RowOutcome.State.DONE, "10x1", null))
                .toList());

        assertThat(states()).containsExactly("null null null", "done 10x1 null");
        assertThat(taken(table)).extracting(Waiting::place).containsExactly("row 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aLookChangesNothingAndStoppedRowsAreTakenOnDemandOnly(String database) throws SQLException {
        use(
                database,
                "create table leads (nr int primary key" + STATES,
                "insert into leads values (1, null, null, null)");
        StagingTable table = table();
        List<Waiting> seen = new ArrayList<>();
        table.take(true, false, seen::add, () -> true);
        assertThat(seen).hasSize(1);
        assertThat(states()).containsExactly("null null null");
        table.take(false, true, seen::add, () -> false);
        assertThat(states()).as("not confirmed").containsExactly("null null null");

        table.stop(List.of(taken(table).get(0).cells()), "A limit.");
        assertThat(states()).containsExactly("stopped null A limit.");
        assertThat(table.isAnyWaiting()).isFalse();
        assertThat(taken(table)).isEmpty();
        seen.clear();
        table.take(true, true, seen::add, () -> true);
        assertThat(seen).hasSize(1);
    }

    @Test
    void cellsAreWhatTheColumnsHold() throws SQLException {
        use(
                "postgres",
                "create table leads (nr uuid primary key, amount numeric(10,2), share double precision, sure boolean,"
                        + " born date, called timestamp, seen timestamptz, wakes time, tags text[], photo bytea, note text,"
                        + " more jsonb" + STATES,
                "insert into leads values ('0a5b7c1e-0000-4000-8000-000000000001', 10.50, 0.25, true, '2001-02-03',"
                        + " '2026-01-31 10:00:00', '2026-01-31 10:00:00+02', '08:30', '{a,b}', 'x', null, '{\"a\": 1}')");
        StagingTable table = table();

        Waiting row = taken(table).get(0);

        assertThat(row.cells())
                .containsEntry("nr", "0a5b7c1e-0000-4000-8000-000000000001")
                .containsEntry("amount", new BigDecimal("10.50"))
                .containsEntry("share", new BigDecimal("0.25"))
                .containsEntry("sure", true)
                .containsEntry("born", "2001-02-03")
                .containsEntry("called", "2026-01-31 10:00:00")
                .containsEntry("seen", "2026-01-31 08:00:00Z")
                .containsEntry("wakes", "08:30")
                .containsEntry("tags", List.of("a", "b"))
                .containsEntry("note", "")
                .containsEntry("more", "{\"a\": 1}")
                .doesNotContainKeys("photo", "_status", "_id", "_error");
        table.settle(List.of(outcome(row, RowOutcome.State.DONE, "10x1", null)));
        assertThat(states()).containsExactly("done 10x1 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aKeyMayBeOfSeveralColumnsAndNamesOfAnyCase(String database) throws SQLException {
        use(
                database,
                "create table leads (nr int, country varchar(2), \"Last Name\" varchar(20)" + STATES,
                "insert into leads values (1, 'de', 'A', null, null, null), (1, 'fr', 'B', null, null, null)");
        StagingTable table = table("COUNTRY", "Nr");

        List<Waiting> taken = taken(table);

        assertThat(taken).extracting(Waiting::place).containsExactly("row de, 1", "row fr, 1");
        table.settle(List.of(outcome(taken.get(1), RowOutcome.State.DONE, "10x1", null)));
        assertThat(states()).containsExactlyInAnyOrder("running null null", "done 10x1 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whatTheTableLacksIsSaidWithTheCure(String database) throws SQLException {
        use(database);
        assertThatThrownBy(() -> table().isAnyWaiting())
                .isInstanceOf(StagedRowsException.class)
                .hasMessageContaining("There is no table leads in the database " + database);
        execute("create table leads (nr int, _status varchar(20))");
        assertThatThrownBy(() -> table().isAnyWaiting()).hasMessageContaining("has no primary key");
        assertThatThrownBy(() -> table("nr").isAnyWaiting())
                .hasMessageContaining("has no column _id, _error")
                .hasMessageContaining("ADD COLUMN _id VARCHAR(20); ALTER TABLE")
                .hasMessageContaining("ADD COLUMN _error VARCHAR(1000).");
        assertThatThrownBy(() -> table("number").isAnyWaiting()).hasMessageContaining("has no column number");
        execute("alter table leads add column _id int", "alter table leads add column _error varchar(9)");
        assertThatThrownBy(() -> table("nr").isAnyWaiting()).hasMessageContaining("writes text into it");
    }

    @Test
    void aDatabaseThatDoesNotAnswerMayAnswerLaterAndItsSecretsAreNotShown() {
        databases = new DataSources(name -> new StoreAddress(
                "jdbc:postgresql://127.0.0.1:1/none?password=hidden&connectTimeout=1",
                Optional.of("u"),
                Optional.of("secret")));
        source = "far";

        assertThatThrownBy(() -> table().isAnyWaiting())
                .isInstanceOfSatisfying(StagedRowsException.class, failure -> assertThat(failure.isPassing())
                        .isTrue())
                .hasMessageNotContaining("hidden")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aKeyIsExactAndOneThatDoesNotFindItsRowIsSaid() throws SQLException {
        use(
                "postgres",
                "create table leads (nr timestamp primary key, code char(5), called timestamp" + STATES,
                "insert into leads values ('2026-01-31 10:00:00.25', 'ab', '2026-01-31 10:00:00.5')");
        assertThat(taken(table()).get(0).cells())
                .containsEntry("code", "ab")
                .containsEntry("called", "2026-01-31 10:00:00");
        assertThat(states()).containsExactly("running null null");
        assertThat(taken(table("code"))).hasSize(1);

        execute("drop table leads", "create table leads (nr varchar(9)" + STATES);
        execute("insert into leads (nr) values ('a'), (null)");
        StagingTable table = table("nr");
        assertThatThrownBy(() -> taken(table("nr"))).hasMessageContaining("name other columns by 'key'");
        assertThat(states()).as("nothing is taken").containsOnly("null null null");
        assertThat(table.isAnyWaiting()).isTrue();
    }

    @Test
    void manyRowsAreTakenInPages() throws SQLException {
        use(
                "h2",
                "create table leads (nr int primary key, lastname varchar(50)" + STATES,
                "insert into leads select x, 'L' || x, null, null, null from system_range(1, 1234)");
        StagingTable table = table();

        List<Waiting> taken = taken(table);

        assertThat(taken).hasSize(1234);
        table.settle(taken.stream()
                .map(row -> outcome(row, RowOutcome.State.DONE, "10x1", null))
                .toList());
        assertThat(states()).containsOnly("done 10x1 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void theTableOfThePageIsOne(String database) throws Exception {
        Matcher create = Pattern.compile("(?s)<!-- staging table -->\\n```sql\\n(.*?);\\n```")
                .matcher(Files.readString(Path.of("../docs/syncs.md")));
        assertThat(create.find()).isTrue();
        use(database, "drop table if exists new_leads", create.group(1), "insert into new_leads (id) values (7)");

        StagingTable table = new StagingTable(
                databases, new Source.Table(source, "new_leads", List.of(), "_status", "_id", "_error"));

        assertThat(taken(table)).extracting(Waiting::place).containsExactly("row 7");
    }

    @Test
    void theColumnsAreThoseOfARow() throws SQLException {
        use("h2", "create table leads (nr int primary key, lastname varchar(50)" + STATES);

        assertThat(table().columns()).containsExactly("nr", "lastname");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aTableThatAnotherClientAltersIsLookedAtAgainAfterAFailure(String database) throws SQLException {
        use(
                database,
                "create table leads (nr int primary key, lastname varchar(50)" + STATES,
                "insert into leads values (1, 'A', null, null, null)");
        StagingTable table = table();
        assertThat(table.isAnyWaiting()).isTrue();

        execute("alter table leads rename column lastname to surname");
        assertThatThrownBy(() -> taken(table))
                .isInstanceOf(StagedRowsException.class)
                .hasMessageContaining("cannot be used");
        assertThat(taken(table)).singleElement().satisfies(row -> assertThat(row.cells())
                .containsEntry("surname", "A"));
    }
}
