package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.crm.Export;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports a module of any CRM with one session and with several, in turns, and prints how much faster several are. */
@Command(
        name = "parallel-export",
        mixinStandardHelpOptions = true,
        description = "Records per second of an export with one session and with several.")
public final class ParallelExportBenchmark implements Callable<Integer> {

    private static final int WARM_UP = 1;

    @Option(names = "--url", required = true, description = "Of the CRM.")
    private String url;

    @Option(names = "--username", required = true, description = "Of a user of the CRM.")
    private String username;

    @Option(names = "--access-key", required = true, description = "Of that user.")
    private String accessKey;

    @Option(names = "--module", defaultValue = "Contacts", description = "What to export (${DEFAULT-VALUE}).")
    private String module;

    @Option(names = "--parallelism", defaultValue = "4", description = "How many sessions (${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(names = "--rounds", defaultValue = "5", description = "Behind one that warms up (${DEFAULT-VALUE}).")
    private int rounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ParallelExportBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        try (VtigerClient crm = new VtigerClient(new ClientSettings(url, username, accessKey))) {
            List<Double> ofOne = new ArrayList<>();
            List<Double> ofSeveral = new ArrayList<>();
            for (int round = -WARM_UP; round < rounds; round++) {
                double one = recordsPerSecond(crm, 1);
                double several = recordsPerSecond(crm, parallelism);
                if (round >= 0) {
                    ofOne.add(one);
                    ofSeveral.add(several);
                    System.out.printf(
                            "round %d: one session %,.0f records/s, %d sessions %,.0f records/s%n",
                            round + 1, one, parallelism, several);
                }
            }
            System.out.printf(
                    "median of %d rounds: one session %,.0f records/s, %d sessions %,.0f records/s, ratio %.2f%n",
                    rounds,
                    Median.of(ofOne),
                    parallelism,
                    Median.of(ofSeveral),
                    Median.of(ofSeveral) / Median.of(ofOne));
        }
        return CommandLine.ExitCode.OK;
    }

    private double recordsPerSecond(VtigerClient crm, int sessions) {
        long start = System.nanoTime();
        long count = 0;
        try (RecordStream records = crm.streams().export(new Export(module, List.of(), null, false, sessions))) {
            for (; records.hasNext(); records.next()) {
                count++;
            }
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
