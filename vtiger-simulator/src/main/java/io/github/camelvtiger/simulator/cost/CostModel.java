package io.github.camelvtiger.simulator.cost;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.vtql.QueryWork;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;

/**
 * Lets calls take the time they take on a real server. The time passes on the server's clock, while one of few workers is
 * kept, in order of arrival; requests of one session wait for each other anyway.
 */
public final class CostModel {

    private final Costs costs = new Costs();
    private final CrmStore store;
    private final SimulatorClock clock;
    private final Semaphore workers = new Semaphore(costs.workers(), true);

    public CostModel(CrmStore store, SimulatorClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The same operation, which answers only when its time is over. */
    public Operation slowed(Operation operation) {
        return new SlowedOperation(operation, this);
    }

    Object run(Operation operation, Call call) throws InterruptedException {
        workers.acquire();
        try {
            Duration cost = costs.operation(operation.name());
            try {
                Object result = operation.execute(call);
                cost = cost.plus(ofResult(call, Explained.of(result).result()));
                return result;
            } finally {
                clock.sleep(cost);
            }
        } finally {
            workers.release();
        }
    }

    private Duration ofResult(Call call, Object result) {
        if (!(result instanceof Collection<?> rows)) {
            return Duration.ZERO;
        }
        QueryWork work = QueryWork.of(call.parameter("query"));
        Duration cost = costs.rows(rows.size()).plus(costs.skipped(work.skipped()));
        boolean scans = work.scans() && store.metadata().module(work.module()).isPresent();
        return scans ? cost.plus(costs.scanned(store.table(work.module()).rows().size())) : cost;
    }
}
