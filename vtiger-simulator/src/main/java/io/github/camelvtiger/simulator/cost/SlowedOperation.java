package io.github.camelvtiger.simulator.cost;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;

/** An operation that takes its time. */
record SlowedOperation(Operation operation, CostModel model) implements Operation {

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public HttpMethod method() {
        return operation.method();
    }

    @Override
    public boolean preLogin() {
        return operation.preLogin();
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        return model.run(operation, call);
    }
}
