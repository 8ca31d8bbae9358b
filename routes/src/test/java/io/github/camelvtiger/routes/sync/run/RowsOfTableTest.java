package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import io.github.camelvtiger.simulator.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of a table become records, and say so. */
class RowsOfTableTest extends SyncTestSupport {

    /** Of a table {@code leads} in the database {@code staging}, whose rows are leads with a lastname and an e-mail address. */
    static SyncDefinition sync(String name, List<String> match, Limits limits) {
        return RunIntoCrmTest.sync(
                name,
                new Source.Table("staging", "leads", List.of(), "_status", "_id", "_error"),
                "Leads",
                match,
                limits,
                Optional.empty());
    }

    /** The columns of H2 are in capitals. One without a name cannot become a record; one called skip is left out. */
    static MappedRow mapped(Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> fields.put(column.toLowerCase(Locale.ROOT), cell));
        fields.remove("nr");
        if ("".equals(fields.get("lastname"))) {
            return new MappedRow.Rejected("The field lastname is empty.");
        }
        return "skip".equals(fields.get("lastname")) ? new MappedRow.Skipped() : new MappedRow.Record(fields);
    }

    @BeforeEach
    void table() throws SQLException {
        syncs.mapping = RowsOfTableTest::mapped;
        execute("create table leads (nr int primary key, lastname varchar(50), email varchar(50), _status varchar(20),"
                + " _id varchar(20), _error varchar(1000))");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = syncs.databases.get("staging").getConnection();
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private void add(int... numbers) throws SQLException {
        for (int number : numbers) {
            execute("insert into leads values (" + number + ", 'L" + number + "', 'l" + number
                    + "@x.org', null, null, null)");
        }
    }

    private List<String> states() throws SQLException {
        List<String> states = new ArrayList<>();
        try (Connection connection = syncs.databases.get("staging").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select nr, _status, _id, _error from leads order by nr")) {
            while (rows.next()) {
                states.add(Stream.of(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4))
                        .filter(text -> text != null)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
            }
        }
        return states;
    }

    private String id(String lastname) {
        return server.crm().records("Leads").stream()
                .filter(lead -> lastname.equals(lead.get("lastname")))
                .map(lead -> lead.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> leftovers() throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve("plans"))) {
            return files.filter(file -> file.toString().contains("staged")).toList();
        }
    }

    @Test
    void eachRowSaysWhatBecameOfIt() throws Exception {
        add(1, 2);
        execute("insert into leads values (3, null, 'n@x.org', 'new', null, null), (4, 'skip', null, null, null, null),"
                + " (5, 'Old', null, 'done', '10x99', null)");
        syncs.add(sync("people", List.of("email"), Limits.NONE));

        RunReport report = syncs.run("people", RunRequest.export());

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(states())
                .containsExactly(
                        "1 done " + id("L1"),
                        "2 done " + id("L2"),
                        "3 rejected The field lastname is empty.",
                        "4 skipped",
                        "5 done 10x99");
        assertThat(leftovers()).isEmpty();
        assertThat(syncs.store.runs().last("people").orElseThrow().source()).isEqualTo("table leads of staging");
    }

    @Test
    void aRowThatIsCorrectedClosesItsReject() throws Exception {
        execute("insert into leads values (1, null, 'a@x.org', null, null, null)");
        syncs.add(sync("people", List.of(), Limits.NONE));
        syncs.run("people", RunRequest.export());
        assertThat(syncs.store.rejects().numberOpen("people")).isOne();

        execute("update leads set lastname = 'Now', _status = null where nr = 1");
        syncs.run("people", RunRequest.export());

        assertThat(states()).containsExactly("1 done " + id("Now"));
        assertThat(syncs.store.rejects().numberOpen("people")).isZero();
        assertThat(syncs.run("people", RunRequest.export()).counts().created()).isZero();
        execute("update leads set _status = null where nr = 1");
        syncs.run("people", RunRequest.export());
        assertThat(server.crm().count("Leads"))
                .as("a row that is asked for again is written again")
                .isEqualTo(2);
    }

    @Test
    void aPollThatFindsRowsAtWorkBeginsNoRunWhenTheyAreDone() throws Exception {
        add(1, 2);
        syncs.add(sync("people", List.of("email"), Limits.NONE));
        StagedPoll poll =
                syncs.context.getRegistry().lookupByNameAndType(SyncRouteList.rowsId("people"), StagedPoll.class);
        List<RunRequest> found = new ArrayList<>();
        syncs.mapping = row -> {
            found.add(poll.waiting());
            return mapped(row);
        };
        RunReport first = syncs.run("people", poll.waiting());
        assertThat(found).hasSize(2).doesNotContainNull();

        RunReport second = syncs.run("people", found.get(0));

        assertThat(first.counts().created()).isEqualTo(2);
        assertThat(second.outcome()).isEqualTo(RunReport.Outcome.KNOWN);
        assertThat(second.toString()).contains("nothing waits any more");
        assertThat(syncs.store.runs().latest("people", 10))
                .singleElement()
                .extracting(Run::id)
                .isEqualTo(first.id());
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aRejectThatIsTriedAgainSaysSoInItsRow() throws Exception {
        add(1);
        server.faults().failNext(1, Fault.HTTP_500_EMPTY, "create");
        SyncDefinition sync = sync("people", List.of(), Limits.NONE);
        syncs.add(sync);
        syncs.mapping = row -> new MappedRow.Rejected("Not yet.");
        syncs.run("people", RunRequest.export());
        assertThat(states()).containsExactly("1 rejected Not yet.");

        syncs.mapping = RowsOfTableTest::mapped;
        server.faults().clear();
        syncs.run("people", RunRequest.retry(false));

        assertThat(states()).containsExactly("1 done " + id("L1"));
    }

    @Test
    void aLimitStopsTheRowsUntilAPersonLetsThemPass() throws Exception {
        add(1, 2, 3);
        Limits limits = new Limits(Optional.of(new Limits.Limit(2, false)), Optional.empty());
        syncs.add(sync("people", List.of("email"), limits));

        assertThat(syncs.run("people", RunRequest.export()).outcome()).isEqualTo(RunReport.Outcome.STOPPED);

        assertThat(states()).allMatch(state -> state.endsWith("stopped A limit of the sync stopped its run."));
        assertThat(server.crm().count("Leads")).isZero();
        assertThat(syncs.run("people", RunRequest.export()).outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(server.crm().count("Leads")).as("they do not wait any more").isZero();
        RunReport approved = syncs.run("people", RunRequest.export().withoutLimits());
        assertThat(approved.outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(states()).allMatch(state -> state.contains("done 10x"));
    }

    @Test
    void aPlanIsOfTheRowsThatWaitAndHoldsForThoseOnly() throws Exception {
        add(1, 2);
        syncs.add(sync("people", List.of("email"), Limits.NONE));
        RunReport planned = syncs.run("people", RunRequest.plan(null));
        assertThat(planned.outcome()).isEqualTo(RunReport.Outcome.PLANNED);
        assertThat(planned.counts().created()).isEqualTo(2);
        assertThat(states()).containsExactly("1", "2");

        add(3);
        RunReport other =
                syncs.run("people", RunRequest.apply(null, planned.plan().orElseThrow()));
        assertThat(other.outcome()).isEqualTo(RunReport.Outcome.REFUSED);
        assertThat(other.message().orElseThrow()).contains("was made of other rows than those that wait now");
        assertThat(states()).containsExactly("1", "2", "3");

        execute("delete from leads where nr = 3");
        RunReport applied =
                syncs.run("people", RunRequest.apply(null, planned.plan().orElseThrow()));
        assertThat(applied.outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(states()).containsExactly("1 done " + id("L1"), "2 done " + id("L2"));
    }

    @Test
    void theApplicationTakesRowsByItselfAndWaitsForATableThatIsNotThere() throws Exception {
        execute("alter table leads rename to later");
        SyncDefinition sync = sync("people", List.of("email"), Limits.NONE);
        syncs.addRows(sync);
        await().untilAsserted(() -> assertThat(syncs.note("people"))
                .hasValueSatisfying(note -> assertThat(note).contains("There is no table leads")));

        execute("alter table later rename to leads");
        add(1, 2);

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> assertThat(states())
                .containsExactly("1 done " + id("L1"), "2 done " + id("L2")));
        await().untilAsserted(() -> assertThat(syncs.note("people")).isEmpty());
        assertThat(syncs.store.runs().last("people").orElseThrow().state()).isEqualTo(Run.State.DONE);
    }
}
