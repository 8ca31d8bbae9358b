package io.github.camelvtiger.benchmarks.imports;

import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.benchmarks.Median;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A CSV file of Contacts, of which few differ, in one session: by a sync, by the component alone, by a route of camel-http. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Rows a second of three ways to bring a CSV file into Contacts. Phone numbers of a CRM that is named are changed, and set back.")
public final class ImportBenchmark implements Callable<Integer> {

    @Option(names = "--rows", defaultValue = "20000", description = "Of the file (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--differing", defaultValue = "1000", description = "Of them (${DEFAULT-VALUE}).")
    private int differing;

    @Option(
            names = "--plain-rows",
            description = "How many the route of camel-http takes, with the same share that differs; all unless set.")
    private Integer plainRows;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description =
                    "How often the sync and the component take the file in turns, of which the median counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--contacts", defaultValue = "50000", description = "In the simulated CRM (${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--url",
            defaultValue = "${env:BENCHMARK_URL}",
            description = "Of a CRM; one with its cost model is simulated unless set.")
    private String url;

    @Option(names = "--username", defaultValue = "${env:BENCHMARK_USERNAME}")
    private String username;

    @Option(names = "--access-key", defaultValue = "${env:BENCHMARK_ACCESS_KEY}")
    private String accessKey;

    /** Rows before each measurement. */
    private static final int WARMING = 500;

    private final Map<String, String> phones = new LinkedHashMap<>();
    private Path directory;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImportBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        directory = Files.createTempDirectory("import-benchmark");
        if (url != null) {
            measure(new Crm(url, username, accessKey), Optional.empty());
            return CommandLine.ExitCode.OK;
        }
        try (SimulatorServer simulated =
                SimulatorServer.builder().seed("empty").costModel(true).start()) {
            for (int contact = 0; contact < contacts; contact++) {
                simulated
                        .crm()
                        .create(
                                "Contacts",
                                Map.of(
                                        "lastname",
                                        "C" + contact,
                                        "email",
                                        "c" + contact + "@example.com",
                                        "phone",
                                        "0"));
            }
            measure(new Crm(simulated.url(), simulated.username(), simulated.accessKey()), Optional.of(simulated));
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(Crm crm, Optional<SimulatorServer> simulated) throws Exception {
        readPhones(crm);
        int plain = Math.min(plainRows == null ? rows : plainRows, rows);
        int warming = Math.min(rows, WARMING);
        List<Double> ofSync = new ArrayList<>();
        List<Double> ofComponent = new ArrayList<>();
        try (SyncImport sync = new SyncImport(crm, directory);
                ComponentImport component = new ComponentImport(crm)) {
            sync.run(file("01", warming));
            component.run(file("02", warming));
            for (int round = 0; round < rounds; round++) {
                ofSync.add(measure("sync", sync, file("1" + round, rows), rows, simulated));
                ofComponent.add(measure("component", component, file("2" + round, rows), rows, simulated));
            }
        }
        double http;
        try (HttpImport each = new HttpImport(crm)) {
            each.run(file("03", warming));
            http = measure("camel-http", each, file("3", plain), plain, simulated);
        }
        try (ComponentImport each = new ComponentImport(crm)) {
            each.run(file("", rows));
        }
        System.out.printf(
                "The sync is %.1f times as fast as the route of camel-http; the component alone needs %.0f %% of the sync's time.%n",
                Median.of(ofSync) / http, 100 * Median.of(ofSync) / Median.of(ofComponent));
    }

    private double measure(String name, Import way, Path file, int size, Optional<SimulatorServer> simulated)
            throws Exception {
        simulated.ifPresent(SimulatorServer::clearCalls);
        long begin = System.nanoTime();
        long changed = way.run(file);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%-10s %6d rows, %5d changed, %7.1f s, %7.1f rows/s%s%n",
                name,
                size,
                changed,
                seconds,
                size / seconds,
                simulated.map(crm -> ", " + crm.calls().size() + " requests").orElse(""));
        return size / seconds;
    }

    /** The first Contacts with an e-mail address that no other one has. */
    private void readPhones(Crm crm) {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("vtiger", crm.component(1));
            context.start();
            List<?> found = context.createProducerTemplate()
                    .requestBody(
                            "vtiger:query",
                            "select email, phone from Contacts where email like '%@%' limit " + 2 * rows,
                            List.class);
            for (Object row : found) {
                Map<?, ?> record = (Map<?, ?>) row;
                String email = String.valueOf(record.get("email"));
                if (!email.contains(",") && phones.size() < rows) {
                    phones.putIfAbsent(email, String.valueOf(record.get("phone")));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (phones.size() < rows) {
            throw new IllegalStateException("The CRM has only " + phones.size() + " Contacts with an e-mail address.");
        }
    }

    /** @param suffix of the phone numbers that differ from those of the CRM; none sets them back */
    private Path file(String suffix, int size) throws IOException {
        List<String> lines = new ArrayList<>(List.of("email,phone"));
        int row = 0;
        int every = rows / differing;
        for (Map.Entry<String, String> contact : phones.entrySet()) {
            if (row == size) {
                break;
            }
            boolean differs = row++ % every == 0;
            lines.add(contact.getKey() + "," + contact.getValue() + (differs ? suffix : ""));
        }
        return Files.write(directory.resolve("contacts-" + suffix + ".csv"), lines);
    }
}
