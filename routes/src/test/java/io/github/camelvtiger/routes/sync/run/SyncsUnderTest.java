package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConnection;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.PollFailures;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.routes.sync.staging.StagingTable;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.RetryPauses;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** A context with the templates, a store, and a component that writes to a simulator. */
final class SyncsUnderTest implements AutoCloseable {

    final DefaultCamelContext context = new DefaultCamelContext();
    final SyncStore store;
    volatile Hold beforeReading = () -> {};
    volatile Function<Row, MappedRow> mapping = SyncsUnderTest::asIs;
    /** Whether rows are mapped as the sync file says. */
    volatile boolean bySyncFile;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final SyncRoutes routes;
    private final Set<String> loaded = new HashSet<>();
    final DataSources databases;

    SyncsUnderTest(SimulatorServer server, Path directory) throws Exception {
        this(server.url(), server.username(), server.accessKey(), directory);
    }

    SyncsUnderTest(SimulatorServer server, Path directory, StoreAddress address) throws Exception {
        this(server.url(), server.username(), server.accessKey(), directory, address);
    }

    SyncsUnderTest(String url, String username, String accessKey, Path directory) throws Exception {
        this(url, username, accessKey, directory, StoreAddress.files(directory.resolve("store")));
    }

    SyncsUnderTest(String url, String username, String accessKey, Path directory, StoreAddress address)
            throws Exception {
        databases = new DataSources(name -> StoreAddress.files(directory.resolve(name), name));
        store = SyncStore.open(address, InstantSource.system(), new RetryPauses(Duration.ofMillis(50)));
        context.getPropertiesComponent().addInitialProperty("camel.component.vtiger.url", url);
        io.github.camelvtiger.VtigerComponent vtiger = new io.github.camelvtiger.VtigerComponent();
        vtiger.getConfiguration().setUrl(url);
        vtiger.getConfiguration().setUsername(username);
        vtiger.getConfiguration().setAccessKey(accessKey);
        context.addComponent("vtiger", vtiger);
        context.getRegistry().bind(SyncRoutes.FAILURES, new SyncFailures());
        load("sync-errors", "rows-into-crm", "portion-into-crm", "rejects-again");
        context.start();
        routes = new SyncRoutes(
                context,
                store,
                directory.resolve("plans"),
                any -> url + " as " + username,
                InstantSource.system(),
                Duration.ofSeconds(5),
                executor,
                this::read,
                (sync, modules) -> (part, module, columns) -> bySyncFile
                        ? Mapping.of(sync, module.name(), columns, modules, context)
                        : new RowMapping() {
                            @Override
                            public MappedRow map(Row row) {
                                return mapping.apply(row);
                            }

                            @Override
                            public Optional<Map<String, Object>> key(Row row) {
                                return Optional.of(row.cells());
                            }
                        },
                ModuleDescription::of,
                table -> new StagingTable(databases, table));
    }

    /** A context that is started again and again has the templates that it needs. */
    private void load(String... templates) throws Exception {
        for (String template : templates) {
            if (!loaded.add(template)) {
                continue;
            }
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("classpath:camel/templates/" + template + ".yaml"));
        }
    }

    /** Gives the context a named connection. */
    void connect(String name, String url, String username, String accessKey) {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(url);
        connection.setUsername(username);
        connection.setAccessKey(accessKey);
        context.getRegistry().bind(name, connection);
    }

    private SyncParts parts(SyncDefinition sync) {
        return new SyncParts(context, sync.name(), (definition, route) -> route.add(context));
    }

    void add(SyncDefinition sync) {
        routes.addRun(parts(sync), sync);
    }

    /** Follows the source of a sync, with the cursors in a directory. */
    void addFeeds(SyncDefinition sync, Path cursors) throws Exception {
        load("feed-into-crm");
        context.getPropertiesComponent().addInitialProperty("poll.delay", "100");
        context.getPropertiesComponent().addInitialProperty("cursor.directory", cursors.toString());
        context.getRegistry().bind("crmWatch", new PollFailures());
        SyncParts parts = parts(sync);
        routes.addRun(parts, sync);
        routes.feeds().add(parts, sync, module -> false);
    }

    /** Takes the messages of the endpoint of a sync. */
    void addMessages(SyncDefinition sync) throws Exception {
        load("messages-into-crm", "messages-into-uri");
        SyncParts parts = parts(sync);
        routes.addRun(parts, sync);
        routes.messages().add(parts, sync);
    }

    /** Looks whether rows wait in the table of a sync. */
    void addRows(SyncDefinition sync) throws Exception {
        load("rows-of-table");
        context.getPropertiesComponent().addInitialProperty("poll.delay", "100");
        routes.addRun(parts(sync), sync);
        SyncRouteList.rows(sync).add(context);
    }

    Optional<String> note(String sync) {
        return routes.note(sync);
    }

    void addRetries(SyncDefinition sync) {
        SyncRouteList.rejects(sync).add(context);
    }

    RunReport run(String sync, RunRequest request) {
        return context.createFluentProducerTemplate()
                .to(SyncRoutes.endpoint(sync))
                .withBody(request)
                .request(RunReport.class);
    }

    RunUndo undo(String run) {
        return routes.undo(store.runs().find(run).orElseThrow(), Optional.empty(), Optional.empty(), () -> () -> {});
    }

    /** What happens before a file is read. */
    interface Hold {
        void await() throws InterruptedException;
    }

    private RowReader read(Path file, Format format) throws IOException {
        try {
            beforeReading.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return file.toString().endsWith(".csv") ? Rows.open(file, format) : new LinesReader(file);
    }

    /** The cells are the fields; one of account_id is the name of an account, which is created if it begins with a +. */
    static MappedRow asIs(Row row) {
        Map<String, Object> fields = new HashMap<>(row.cells());
        fields.computeIfPresent(
                "account_id",
                (same, name) -> new ReferenceByKey(
                        List.of("Accounts"),
                        "accountname",
                        name.toString().replaceFirst("^\\+", ""),
                        name.toString().startsWith("+")));
        return new MappedRow.Record(fields);
    }

    @Override
    public void close() {
        context.stop();
        executor.shutdownNow();
        databases.close();
        store.close();
    }
}
