package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process of a run is killed at random moments: each row is written once all the same. */
class KilledRunTest {

    private static final int ROWS = 400;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"create,20", "upsert,2", "table,2"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eachRowIsWrittenOnce(String operation, int killsOfABuild) throws Exception {
        // More with -Dvtiger.kills=100.
        int kills = Integer.getInteger("vtiger.kills", killsOfABuild);
        Path file = Files.write(
                directory.resolve("leads.txt"),
                IntStream.range(0, ROWS)
                        .mapToObj(row -> "lastname=Lead " + row + ";email=l" + row + "@example.com")
                        .toList());
        if (operation.equals("table")) {
            fillTable();
        }
        Random random = new Random(operation.hashCode());
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            long written = 0;
            for (int kill = 0; kill < kills; kill++) {
                long next = written + 1 + random.nextInt(ROWS / kills);
                Process process = process(server, operation, file);
                while (process.isAlive() && server.crm().count("Leads") < next) {
                    process.waitFor(1, TimeUnit.MILLISECONDS);
                }
                process.waitFor(random.nextInt(10), TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
                written = server.crm().count("Leads");
            }
            assertThat(process(server, operation, file).waitFor()).isZero();

            assertThat(leads(server))
                    .extracting(lead -> lead.get("lastname"))
                    .doesNotHaveDuplicates()
                    .hasSize(ROWS);
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
                if (operation.equals("table")) {
                    assertThat(idsInTable(syncs))
                            .containsExactlyInAnyOrderElementsOf(leads(server).stream()
                                    .map(lead -> lead.get("id"))
                                    .toList());
                }
                Run run = syncs.store.runs().last(operation).orElseThrow();
                List<JournalledWrite> writes = new ArrayList<>();
                syncs.store.journal().ofRun(run.id(), writes::add);
                assertThat(run.state()).isEqualTo(Run.State.DONE);
                assertThat(run.counts().rejected()).isZero();
                assertThat(writes.stream()
                                .filter(write -> write.state() == JournalledWrite.State.WRITTEN)
                                .map(JournalledWrite::row))
                        .doesNotHaveDuplicates()
                        .hasSize(ROWS);
            }
        }
    }

    private void fillTable() throws SQLException {
        try (DataSources databases = databases(directory);
                Connection connection = databases.get("staging").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table leads (nr int primary key, lastname varchar(50), email varchar(50),"
                    + " _status varchar(20), _id varchar(20), _error varchar(1000))");
            statement.execute("insert into leads select x, 'Lead ' || x, 'l' || x || '@example.com', null, null, null"
                    + " from system_range(1, " + ROWS + ")");
        }
    }

    private static DataSources databases(Path directory) {
        return new DataSources(name -> StoreAddress.files(directory.resolve(name), name));
    }

    private static List<String> idsInTable(SyncsUnderTest syncs) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = syncs.databases.get("staging").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select _id from leads where _status = 'done'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static List<Map<String, String>> leads(SimulatorServer server) {
        return server.crm().records("Leads");
    }

    private Process process(SimulatorServer server, String operation, Path file) throws IOException {
        return TestJvm.unwatched(
                        RunProcess.class,
                        server.url(),
                        server.username(),
                        server.accessKey(),
                        directory.toString(),
                        operation,
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    /** One run, until it is done or killed. */
    static final class RunProcess {

        public static void main(String[] arguments) throws Exception {
            try (SyncsUnderTest syncs =
                    new SyncsUnderTest(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]))) {
                if (arguments[4].equals("table")) {
                    syncs.mapping = RowsOfTableTest::mapped;
                    syncs.add(RowsOfTableTest.sync("table", List.of(), Limits.NONE));
                    System.exit(syncs.run("table", RunRequest.export()).outcome() == RunReport.Outcome.DONE ? 0 : 1);
                }
                List<String> match = arguments[4].equals("upsert") ? List.of("email") : List.of();
                syncs.add(RunIntoCrmTest.sync(arguments[4], match, Limits.NONE));
                RunReport report = syncs.run(arguments[4], RunRequest.run(Path.of(arguments[5])));
                System.exit(report.outcome() == RunReport.Outcome.DONE ? 0 : 1);
            }
        }
    }
}
