package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.benchmarks.ways.BareSession;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads keyset pages of Contacts from another server and from a simulator in this process, in turns with the same client,
 * and prints how many times as many pages the simulator gives; and its pages at the end of the table beside those at the
 * start.
 */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Pages per second of the simulator beside a server.")
public final class PagesBenchmark implements Callable<Integer> {

    private static final int WARM_UP = 2;

    /** A server that has run for a while is compiled; this one has just been started. */
    private static final int WARM_UP_PAGES = 1_000;

    @Option(
            names = "--url",
            defaultValue = "${env:BENCHMARK_URL}",
            required = true,
            description = "Of the other server, without webservice.php.")
    private String url;

    @Option(
            names = "--username",
            defaultValue = "${env:BENCHMARK_USERNAME}",
            required = true,
            description = "Of a user of the other server.")
    private String username;

    @Option(
            names = "--access-key",
            defaultValue = "${env:BENCHMARK_ACCESS_KEY}",
            required = true,
            description = "Of that user.")
    private String accessKey;

    @Option(names = "--contacts", defaultValue = "1000000", description = "In the simulator (${DEFAULT-VALUE}).")
    private int contacts;

    @Option(names = "--pages", defaultValue = "50", description = "A round of each (${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--rounds", defaultValue = "7", description = "Behind two that warm up (${DEFAULT-VALUE}).")
    private int rounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PagesBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        try (SimulatorServer crm =
                        SimulatorServer.builder().seed("contacts=" + contacts).start();
                BareSession simulated = new BareSession(new Crm(crm.url(), crm.username(), crm.accessKey()));
                BareSession other = new BareSession(new Crm(url, username, accessKey))) {
            System.out.printf("%,d Contacts after %.1f s%n", contacts, secondsSince(start));
            measure(other, simulated, before(simulated.firstId("DESC"), pages * BareSession.PAGE));
        }
        return CommandLine.ExitCode.OK;
    }

    /** The simulator numbers the Contacts of a seed without gaps. */
    private static String before(String id, int records) {
        int x = id.indexOf('x') + 1;
        return id.substring(0, x) + (Long.parseLong(id.substring(x)) - records);
    }

    private void measure(BareSession other, BareSession simulated, String nearEnd) throws Exception {
        List<Double> ofOther = new ArrayList<>();
        List<Double> ofSimulated = new ArrayList<>();
        List<Double> atEnd = new ArrayList<>();
        for (int page = 0; page < WARM_UP_PAGES; page += pages) {
            pagesPerSecond(simulated, null);
        }
        for (int round = -WARM_UP; round < rounds; round++) {
            double otherRate = pagesPerSecond(other, null);
            double simulatedRate = pagesPerSecond(simulated, null);
            double endRate = pagesPerSecond(simulated, nearEnd);
            if (round >= 0) {
                ofOther.add(otherRate);
                ofSimulated.add(simulatedRate);
                atEnd.add(endRate);
                System.out.printf(
                        "round %d: other server %.1f pages/s, simulator %.0f pages/s, at its end %.0f pages/s%n",
                        round + 1, otherRate, simulatedRate, endRate);
            }
        }
        System.out.printf(
                "median of %d rounds: other server %.1f pages/s, simulator %.0f pages/s, ratio %.1f;"
                        + " end of the table to its start %.2f%n",
                rounds,
                Median.of(ofOther),
                Median.of(ofSimulated),
                Median.of(ofSimulated) / Median.of(ofOther),
                Median.of(atEnd) / Median.of(ofSimulated));
    }

    /** Where the table ends early, it begins again. */
    private double pagesPerSecond(BareSession server, String from) throws Exception {
        long start = System.nanoTime();
        String last = from;
        for (int i = 0; i < pages; i++) {
            List<Map<String, Object>> page = server.contactsAfter(last);
            last = page.size() < BareSession.PAGE
                    ? null
                    : String.valueOf(page.get(page.size() - 1).get("id"));
        }
        return pages / secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
