package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.benchmarks.FeedBenchmark;
import io.github.camelvtiger.benchmarks.FileBenchmark;
import io.github.camelvtiger.benchmarks.OrderUpsertBenchmark;
import io.github.camelvtiger.benchmarks.PagesBenchmark;
import io.github.camelvtiger.benchmarks.StartBenchmark;
import io.github.camelvtiger.benchmarks.imports.ImportBenchmark;
import io.github.camelvtiger.benchmarks.mirrors.MirrorBenchmark;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs all measurements against a CRM, prints the table and draws plots. */
@Command(
        name = "vtiger-benchmarks",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the component beside a route of camel-http and a bare loop of HttpClient.",
            "Contacts that it creates in the CRM are deleted, phone numbers that it changes are set back."
        })
public final class BenchmarkSuite implements Callable<Integer> {

    @Option(names = "--url", description = "Of a CRM with Contacts; one with its cost model is simulated unless set.")
    private String url;

    @Option(names = "--username", description = "Of a user of that CRM.")
    private String username;

    @Option(
            names = "--access-key",
            defaultValue = "${env:VTIGER_ACCESS_KEY}",
            description = "Of that user; the environment variable VTIGER_ACCESS_KEY unless set.")
    private String accessKey;

    @Option(names = "--contacts", defaultValue = "20000", description = "In the simulated CRM (${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--only",
            split = ",",
            description = "Which measurements: ${COMPLETION-CANDIDATES}; all unless set.",
            completionCandidates = PartNames.class)
    private List<String> only;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "That count, of which the median is taken (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--creates",
            defaultValue = "100",
            description = "Contacts that each way creates in a round (${DEFAULT-VALUE}).")
    private int creates;

    @Option(names = "--rows", defaultValue = "10000", description = "Of an upsert (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--changed", defaultValue = "500", description = "Of them (${DEFAULT-VALUE}).")
    private int changed;

    @Option(
            names = "--share",
            defaultValue = "10",
            description =
                    "What asks for each row by itself, or reads pages by offset, takes one of so many (${DEFAULT-VALUE}).")
    private int share;

    @Option(
            names = "--largest",
            defaultValue = "1000000",
            description = "Contacts of the largest simulated CRM (${DEFAULT-VALUE}).")
    private int largest;

    @Option(
            names = "--directory",
            defaultValue = "benchmarks/target/figures",
            description = "Of the page and the plots (${DEFAULT-VALUE}).")
    private Path directory;

    private static final List<Part> PARTS = List.of(
            new ExportPart(),
            new CreatePart(),
            new UpsertPart(),
            new FeedPart(),
            new ProgramPart("mirror", MirrorBenchmark.class, List.of(), lab -> List.of()),
            new ProgramPart("import", ImportBenchmark.class, List.of(), BenchmarkSuite::rows),
            new ProgramPart("pages", PagesBenchmark.class, List.of("-Xmx1500m"), lab -> List.of()),
            new GrowthPart(),
            new IdlePart(),
            new ProgramPart("orders", OrderUpsertBenchmark.class, List.of(), lab -> List.of()),
            new ProgramPart("in-flight", FeedBenchmark.class, List.of(), lab -> List.of()),
            new ProgramPart("files", FileBenchmark.class, List.of("-Xmx64m"), lab -> List.of()),
            new ProgramPart("start", StartBenchmark.class, List.of(), lab -> List.of()));

    /** For the help. */
    private static final class PartNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return PARTS.stream().map(Part::name).iterator();
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkSuite()).execute(arguments));
    }

    private static List<String> rows(Lab lab) {
        return List.of(
                "--rows=" + lab.rows(), "--differing=" + lab.changed(), "--plain-rows=" + lab.rows() / lab.share());
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(directory);
        if (url != null) {
            return measure(new Crm(url, username, accessKey));
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
            return measure(new Crm(simulated.url(), simulated.username(), simulated.accessKey()));
        }
    }

    /** One that fails does not keep the others from being measured. */
    private int measure(Crm crm) throws Exception {
        Lab lab = new Lab(crm, Files.createTempDirectory("benchmarks"), rounds, creates, rows, changed, share, largest);
        Report report = new Report(directory);
        List<String> failed = new ArrayList<>();
        for (Part part : PARTS) {
            if (only == null || only.contains(part.name())) {
                try {
                    part.run(lab, report);
                } catch (Exception e) {
                    failed.add(part.name());
                    System.err.println(part.name() + ": " + e);
                }
                report.write();
            }
        }
        System.out.println("Tables and plots are in " + report.write() + ".");
        if (!failed.isEmpty()) {
            System.err.println("Failed: " + String.join(", ", failed) + ".");
        }
        return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
