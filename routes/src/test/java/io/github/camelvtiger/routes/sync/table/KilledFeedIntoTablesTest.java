package io.github.camelvtiger.routes.sync.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.routes.PollFailures;
import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.rename.SyncCursors;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.tools.Server;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of a feed into tables is killed at random moments while the CRM changes: in the end the rows are its records. */
class KilledFeedIntoTablesTest {

    private static final int RECORDS = 300;

    /** More with {@code -Dvtiger.kills=100}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 20);

    @TempDir
    Path directory;

    private final Random random = new Random(11);

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void theRowsAreTheRecords() throws Exception {
        Server database = Server.createTcpServer(
                        "-tcpPort", "" + freePort(), "-baseDir", directory.toString(), "-ifNotExists")
                .start();
        String url = "jdbc:h2:" + database.getURL()
                + "/./warehouse;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            List<String> ids = new ArrayList<>();
            for (int number = 0; number < RECORDS; number++) {
                ids.add(crm.crm().create("Contacts", Map.of("lastname", "C" + number)));
            }
            AtomicBoolean edits = new AtomicBoolean(true);
            Thread editor = new Thread(() -> edit(crm, ids, edits), "editor");
            editor.start();
            for (int kill = 0; kill < KILLS; kill++) {
                killAfter(crm, url, 1 + random.nextInt(50), random.nextInt(200));
            }
            edits.set(false);
            editor.join();
            try (DefaultCamelContext context = new DefaultCamelContext();
                    Closing syncs = start(context, crm.url(), crm.username(), crm.accessKey(), url, directory)) {
                await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> assertThat(rows(url))
                        .isEqualTo(records(crm)));
                assertThat(syncs.syncs().store().rejects().open("contacts")).isEmpty();
            }
        } finally {
            database.stop();
        }
    }

    /** Creates, changes and deletes records until it is stopped. */
    private void edit(SimulatorServer crm, List<String> ids, AtomicBoolean goesOn) {
        Random choice = new Random(5);
        for (int number = 0; goesOn.get() && ids.size() > 10; number++) {
            String id = ids.get(choice.nextInt(ids.size()));
            // Deletions are few: a feed does not believe that a fifth of a module is gone.
            switch (choice.nextInt(40)) {
                case 0, 1, 2 -> ids.add(crm.crm().create("Contacts", Map.of("lastname", "N" + number)));
                case 3 -> {
                    crm.crm().delete(id);
                    ids.remove(id);
                }
                default -> crm.crm().revise(id, Map.of("firstname", "F" + number));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void killAfter(SimulatorServer crm, String url, int changes, int millis) throws Exception {
        Process process = TestJvm.unwatched(
                        FeedProcess.class, crm.url(), crm.username(), crm.accessKey(), url, directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        long before = written(url);
        while (process.isAlive() && written(url) < before + changes) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive()).as("%s", directory.resolve("errors.txt")).isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Grows with the rows, and with the number of the last edit that has come. */
    private static long written(String url) {
        try {
            return Jdbi.create(url).withHandle(handle -> handle.createQuery(
                            "select count(*) + coalesce(max(cast(nullif(substring(firstname, 2), '') as int)), 0)"
                                    + " from contacts"
                                    + " where firstname is null or firstname = '' or firstname like 'F%'")
                    .mapTo(Long.class)
                    .one());
        } catch (RuntimeException notYet) {
            return 0;
        }
    }

    private static Map<String, String> rows(String url) {
        Map<String, String> rows = new TreeMap<>();
        Jdbi.create(url).useHandle(handle -> handle.createQuery("select id, lastname, firstname from contacts")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2) + " " + row.getString(3)))
                .forEach(row -> rows.put(row.getKey(), row.getValue())));
        return rows;
    }

    private static Map<String, String> records(SimulatorServer crm) {
        Map<String, String> records = new TreeMap<>();
        crm.crm()
                .records("Contacts")
                .forEach(record ->
                        records.put(record.get("id"), record.get("lastname") + " " + record.get("firstname")));
        return records;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private record Closing(DefaultCamelContext context, RunningSyncs syncs) implements AutoCloseable {

        @Override
        public void close() {
            context.stop();
            syncs.close();
        }
    }

    private static Closing start(
            DefaultCamelContext context, String crm, String username, String accessKey, String url, Path directory)
            throws Exception {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("contacts.yaml"), "from: { crm: Contacts }\nto: { table: warehouse }\n");
        VtigerComponent vtiger = new VtigerComponent();
        vtiger.getConfiguration().setUrl(crm);
        vtiger.getConfiguration().setUsername(username);
        vtiger.getConfiguration().setAccessKey(accessKey);
        vtiger.getConfiguration().setDeletedCheckPeriod(500);
        context.addComponent("vtiger", vtiger);
        context.getPropertiesComponent().addInitialProperty("poll.delay", "100");
        context.getPropertiesComponent()
                .addInitialProperty(
                        "cursor.directory", directory.resolve("cursors").toString());
        context.getRegistry().bind("crmWatch", new PollFailures());
        context.start();
        return new Closing(
                context,
                RunningSyncs.start(
                        context,
                        new SyncSettings(
                                files,
                                directory.resolve("plans"),
                                StoreAddress.files(directory.resolve("store")),
                                source -> new StoreAddress(url, Optional.empty(), Optional.empty()),
                                Duration.ZERO,
                                Duration.ofMinutes(1),
                                Duration.ofDays(90),
                                crm + " as " + username,
                                SyncCursors.of(
                                        new FileCursorStore(directory.resolve("cursors")), InstantSource.system()),
                                text -> text),
                        true));
    }

    /** A feed, until it is killed. */
    static final class FeedProcess {

        public static void main(String[] arguments) throws Exception {
            start(
                    new DefaultCamelContext(),
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    Path.of(arguments[4]));
            Thread.currentThread().join();
        }
    }
}
