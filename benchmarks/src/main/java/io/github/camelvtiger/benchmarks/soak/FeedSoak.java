package io.github.camelvtiger.benchmarks.soak;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.crm.VtigerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Several writers work in a CRM while feeds follow it; when they are done and the feeds have had their time, every record
 * is compared with what was delivered. The exit code is 1 where one differs.
 */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description =
                "Whether a feed loses anything while many write. It makes records and leaves them: use a CRM for tests.")
public final class FeedSoak implements Callable<Integer> {

    @Option(names = "--url", required = true, description = "Of the CRM that is followed, without webservice.php.")
    private String url;

    @Option(names = "--write-url", description = "Another address of it, to write to (that of --url).")
    private String writeUrl;

    @Option(names = "--username", required = true, description = "Of an administrator.")
    private String username;

    @Option(names = "--access-key", required = true, description = "Of that user.")
    private String accessKey;

    @Option(names = "--writers", defaultValue = "10", description = "At the same time (${DEFAULT-VALUE}).")
    private int writers;

    @Option(names = "--seconds", defaultValue = "100", description = "How long they write (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--seed", defaultValue = "1", description = "Of what they write (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--mixed",
            description =
                    "Accounts, Products and Invoices as well as Contacts, deletions and sold stock among the writes.")
    private boolean mixed;

    @Option(
            names = "--verify-delay",
            defaultValue = "120",
            description = "The feeds' verifyDelay in seconds (${DEFAULT-VALUE}).")
    private int verifyDelay;

    @Option(
            names = "--sweep-period",
            defaultValue = "60",
            description = "The feeds' sweepPeriod and deletedCheckPeriod in seconds, with --mixed (${DEFAULT-VALUE}).")
    private int sweepPeriod;

    private final Mirror mirror = new Mirror();
    private final Written written = new Written();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FeedSoak()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<String> modules = mixed ? List.of("Contacts", "Accounts", "Products", "Invoice") : List.of("Contacts");
        try (VtigerClient crm = client(url);
                DefaultCamelContext context = new DefaultCamelContext()) {
            follow(context, modules);
            long records = 0;
            for (String module : modules) {
                records += crm.count("select count(*) from " + module + ";").join();
            }
            awaitBackfill(records);
            write();
            TimeUnit.SECONDS.sleep(verifyDelay + 15L + (mixed ? 2L * sweepPeriod : 0));
            return report(Comparison.of(crm, modules, mirror));
        }
    }

    private void follow(DefaultCamelContext context, List<String> modules) throws Exception {
        VtigerComponent vtiger = new VtigerComponent();
        vtiger.getConfiguration().setUrl(url);
        vtiger.getConfiguration().setUsername(username);
        vtiger.getConfiguration().setAccessKey(accessKey);
        context.addComponent("vtiger", vtiger);
        Path cursors = Files.createTempDirectory("vtiger-soak");
        String also = mixed
                ? "&events=created,updated,deleted&maxDeletedShare=1&deletedCheckPeriod=" + sweepPeriod
                        + "s&sweepPeriod=" + sweepPeriod + "s"
                : "";
        for (String module : modules) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:changes/" + module + "?startFrom=beginning&initialDelay=0&delay=2000&verifyDelay="
                                    + verifyDelay + "s&cursorDirectory=RAW(" + cursors + ")" + also)
                            .process(mirror);
                }
            });
        }
        context.start();
    }

    private void awaitBackfill(long records) throws InterruptedException {
        long start = System.nanoTime();
        while (mirror.alive().size() < records) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.printf("%,d records at first, read in %.0f s%n", records, secondsSince(start));
    }

    private void write() throws Exception {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<VtigerClient> clients = new ArrayList<>();
        List<Future<Void>> running = new ArrayList<>();
        try {
            for (int number = 0; number < writers; number++) {
                VtigerClient own = client(writeUrl == null ? url : writeUrl);
                clients.add(own);
                running.add(threads.submit(
                        new Writer(own, written, seed * 1_000 + number, mixed, () -> secondsSince(start) < seconds)));
            }
            for (Future<Void> writer : running) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
            clients.forEach(VtigerClient::close);
        }
        System.out.printf(
                "%,d writes of %,d records by %d writers in %.0f s, %d failed%n",
                written.writes(), written.edited().size(), writers, secondsSince(start), written.failures());
    }

    private int report(Comparison comparison) {
        System.out.printf("%,d deliveries%n", mirror.deliveries());
        comparison.print();
        Map<String, Long> edits = new HashMap<>(written.edited());
        edits.keySet().removeAll(written.changedSilently().keySet());
        edits.keySet().removeAll(written.deleted().keySet());
        System.out.println("last states after their writes: " + Lateness.of(edits, this::lastState));
        if (mixed) {
            System.out.println("silent changes after what caused them: "
                    + Lateness.of(written.changedSilently(), this::lastState));
            System.out.println("deletions after their deletes: "
                    + Lateness.of(
                            written.deleted(),
                            id -> Optional.ofNullable(mirror.deleted().get(id))));
        }
        return comparison.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Optional<Long> lastState(String id) {
        return Optional.ofNullable(mirror.alive().get(id)).map(Mirror.Seen::since);
    }

    private VtigerClient client(String address) {
        return new VtigerClient(new ClientSettings(address, username, accessKey));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
