package io.github.camelvtiger.benchmarks.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;

/** 1, 36 and 1,080 feeds in which nothing happens: of one module, of all modules, and of those of 30 connections. */
final class IdlePart implements Part {

    private static final int MODULES = 36;
    private static final int CONNECTIONS = 30;
    private static final String DELAY_MILLIS = "10000";

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public void run(Lab lab, Report report) throws Exception {
        try (SimulatorServer simulated = SimulatorServer.builder().start()) {
            Crm crm = new Crm(simulated.url(), simulated.username(), simulated.accessKey());
            report.add(cost(crm, 1, 1));
            report.add(cost(crm, 1, MODULES));
            report.add(cost(crm, CONNECTIONS, MODULES));
        }
    }

    private static IdleCost cost(Crm crm, int connections, int modules) throws Exception {
        String output = Processes.run(
                crm,
                List.of(),
                IdleFeeds.class,
                List.of(
                        "--connections=" + connections,
                        "--modules=" + modules,
                        "--delay-millis=" + DELAY_MILLIS,
                        "--seconds=60"));
        return new ObjectMapper().readValue(Processes.lastLine(output), IdleCost.class);
    }
}
