package io.github.camelvtiger.simulator.wsapp;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.List;

/** The operations for programs that synchronise themselves with the server. */
public final class ApplicationOperations {

    private ApplicationOperations() {}

    public static List<Operation> all(SimulatorClock clock) {
        Applications applications = new Applications(clock);
        return List.of(
                new RegisterOperation(applications),
                new DeregisterOperation(applications),
                new ExchangeOperation("wsapp_get", applications, List.of()),
                new ExchangeOperation("wsapp_put", applications, List.of()),
                new ExchangeOperation("wsapp_map", applications, null));
    }
}
