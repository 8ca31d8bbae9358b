package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all Contacts of a simulated CRM through the component and through a bare loop that makes the same calls with one
 * session, in turns, and prints how fast the component is beside the loop.
 */
public final class ExportBenchmark {

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    private ExportBenchmark() {}

    /** @param arguments how many Contacts; 50000 without one */
    public static void main(String[] arguments) throws Exception {
        int contacts = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
        try (SimulatorServer crm =
                        SimulatorServer.builder().seed("contacts=" + contacts).start();
                Export bare = new BareExport(crm);
                Export component = new ComponentExport(crm, 1)) {
            List<Double> ofBare = new ArrayList<>();
            List<Double> ofComponent = new ArrayList<>();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double bareRate = recordsPerSecond(bare, contacts);
                double componentRate = recordsPerSecond(component, contacts);
                if (round >= 0) {
                    ofBare.add(bareRate);
                    ofComponent.add(componentRate);
                    System.out.printf(
                            "round %d: %s %,.0f records/s, %s %,.0f records/s%n",
                            round + 1, bare.name(), bareRate, component.name(), componentRate);
                }
            }
            System.out.printf(
                    "median of %d rounds over %,d Contacts: %s %,.0f records/s, %s %,.0f records/s, ratio %.2f%n",
                    ROUNDS,
                    contacts,
                    bare.name(),
                    Median.of(ofBare),
                    component.name(),
                    Median.of(ofComponent),
                    Median.of(ofComponent) / Median.of(ofBare));
        }
    }

    private static double recordsPerSecond(Export export, int expected) throws Exception {
        long start = System.nanoTime();
        long count = export.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (count != expected) {
            throw new IllegalStateException(export.name() + " read " + count + " records of " + expected);
        }
        return count / seconds;
    }
}
