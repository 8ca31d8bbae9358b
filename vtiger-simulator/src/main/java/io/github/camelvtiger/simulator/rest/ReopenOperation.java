package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.rest.ClosedStates.ClosedState;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/**
 * {@code reopen}: a closed record gets the first value of its status that is not a closed one, and is answered
 * ({@code cloud-rest.md §2}).
 */
final class ReopenOperation implements Operation {

    private final Records records;
    private final ClosedStates closedStates;

    ReopenOperation(Records records, ClosedStates closedStates) {
        this.records = records;
        this.closedStates = closedStates;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        StoredRow row = records.row(call.parameter("id"), call.user());
        ClosedState state = closedStates
                .of(row.module().name())
                .orElseThrow(() -> notSupported(
                        "records of " + row.module().name() + " are never closed, so they cannot be reopened"));
        String status = row.value(state.field());
        if (!state.values().contains(status)) {
            throw notSupported(row.id() + " is not closed: its " + state.field() + " is " + status);
        }
        return records.revise(Map.of("id", row.id(), state.field(), firstOpen(row, state)), call.user());
    }

    private static String firstOpen(StoredRow row, ClosedState state) {
        return row.module().field(state.field()).orElseThrow().picklistValues().stream()
                .filter(value -> !state.values().contains(value))
                .findFirst()
                .orElseThrow(() -> notSupported("all values of " + state.field() + " are closed ones"));
    }

    private static WebserviceException notSupported(String why) {
        return new WebserviceException("OPERATION_NOT_SUPPORTED", "Permission to perform the operation is denied")
                .because(why);
    }
}
