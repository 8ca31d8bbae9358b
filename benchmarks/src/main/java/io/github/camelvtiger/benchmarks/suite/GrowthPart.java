package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;

/**
 * Whether a record takes longer if there are more of them, and whether the heap grows: an export and the first load of a feed, from simulated
 * CRMs that answer at once.
 */
final class GrowthPart implements Part {

    private static final int SMALLEST = 1_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(Lab lab, Report report) throws Exception {
        for (int contacts = SMALLEST; contacts <= lab.largest(); contacts *= 10) {
            try (SimulatorServer simulated =
                    SimulatorServer.builder().seed("contacts=" + contacts).start()) {
                Crm crm = new Crm(simulated.url(), simulated.username(), simulated.accessKey());
                for (Work work : List.of(Work.EXPORT, Work.FEED)) {
                    Measured measured = Processes.measure(
                            crm,
                            List.of("-Xmx64m"),
                            List.of(
                                    "--work=" + work,
                                    "--way=" + Ways.COMPONENT,
                                    "--records=" + contacts,
                                    "--warm-up=1"));
                    report.add(new Figure("growth", work.name().toLowerCase() + ", -Xmx64m", contacts, measured));
                }
            }
        }
        report.plot("growth", "records", "µs/record", measured -> 1e6 / measured.rate());
    }
}
