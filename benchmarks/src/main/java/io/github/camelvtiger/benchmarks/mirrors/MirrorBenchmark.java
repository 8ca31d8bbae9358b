package io.github.camelvtiger.benchmarks.mirrors;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All Contacts into a table: by a sync, and by a route of camel-http and camel-sql. */
@Command(
        name = "mirror",
        mixinStandardHelpOptions = true,
        description =
                "Contacts a second of two ways to bring all of them into a table 'contacts', which is dropped before.")
public final class MirrorBenchmark implements Callable<Integer> {

    @Option(names = "--contacts", defaultValue = "5000", description = "In the simulated CRM (${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--sessions",
            defaultValue = "4",
            description = "Of the sync (${DEFAULT-VALUE}); the route has one.")
    private int sessions;

    @Option(
            names = "--url",
            defaultValue = "${env:BENCHMARK_URL}",
            description = "Of a CRM; one with its cost model is simulated unless set.")
    private String url;

    @Option(names = "--username", defaultValue = "${env:BENCHMARK_USERNAME}")
    private String username;

    @Option(names = "--access-key", defaultValue = "${env:BENCHMARK_ACCESS_KEY}")
    private String accessKey;

    @Option(names = "--sql-url", description = "Of a database; H2 in a temporary directory unless set.")
    private String sqlUrl;

    @Option(names = "--sql-username")
    private String sqlUsername;

    @Option(names = "--sql-password")
    private String sqlPassword;

    private Path directory;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MirrorBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        directory = Files.createTempDirectory("mirror-benchmark");
        if (url != null) {
            measure(Optional.empty());
            return CommandLine.ExitCode.OK;
        }
        try (SimulatorServer simulated =
                SimulatorServer.builder().seed("empty").costModel(true).start()) {
            for (int contact = 0; contact < contacts; contact++) {
                simulated
                        .crm()
                        .create("Contacts", Map.of("lastname", "C" + contact, "email", "c" + contact + "@example.com"));
            }
            url = simulated.url();
            username = simulated.username();
            accessKey = simulated.accessKey();
            measure(Optional.of(simulated));
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(Optional<SimulatorServer> simulated) throws Exception {
        double sync;
        double plain;
        try (Mirror mirror = new SyncMirror(component(), address("sync"), directory.resolve("sync"))) {
            sync = measure("sync", mirror, "sync", simulated);
        }
        try (Mirror mirror = new HttpMirror(url, username, accessKey, empty("plain"))) {
            plain = measure("camel-http and camel-sql", mirror, "plain", simulated);
        }
        System.out.printf("The sync is %.1f times as fast.%n", sync / plain);
    }

    private double measure(String name, Mirror mirror, String database, Optional<SimulatorServer> simulated)
            throws Exception {
        simulated.ifPresent(SimulatorServer::clearCalls);
        long begin = System.nanoTime();
        mirror.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long rows = rows(database);
        System.out.printf(
                "%-24s %6d rows, %7.1f s, %7.1f rows/s%s%n",
                name,
                rows,
                seconds,
                rows / seconds,
                simulated.map(crm -> ", " + crm.calls().size() + " requests").orElse(""));
        return rows / seconds;
    }

    private VtigerComponent component() {
        VtigerComponent component = new VtigerComponent();
        component.getConfiguration().setUrl(url);
        component.getConfiguration().setUsername(username);
        component.getConfiguration().setAccessKey(accessKey);
        component.getConfiguration().setMaxSessions(sessions);
        return component;
    }

    /** An empty database for one of the ways; in that of {@code --sql-url} the table of the other one is dropped. */
    private StoreAddress address(String way) throws SQLException {
        try (HikariDataSource emptied = empty(way)) {
            return sqlUrl == null
                    ? new StoreAddress(emptied.getJdbcUrl(), Optional.empty(), Optional.empty())
                    : new StoreAddress(sqlUrl, Optional.ofNullable(sqlUsername), Optional.ofNullable(sqlPassword));
        }
    }

    private HikariDataSource empty(String way) throws SQLException {
        HikariDataSource database = open(way);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists \"contacts\"");
            statement.execute("drop table if exists \"_syncs\"");
        }
        return database;
    }

    private HikariDataSource open(String way) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(
                sqlUrl == null
                        ? "jdbc:h2:file:" + directory.resolve(way) + ";DATABASE_TO_UPPER=FALSE;DB_CLOSE_ON_EXIT=FALSE"
                        : sqlUrl);
        database.setUsername(sqlUsername);
        database.setPassword(sqlPassword);
        return database;
    }

    private long rows(String way) throws SQLException {
        try (HikariDataSource database = open(way);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from \"contacts\"")) {
            count.next();
            return count.getLong(1);
        }
    }
}
