package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;

/** {@code retrieve}: the record of an id ({@code webservice.md §4}). */
final class RetrieveOperation implements Operation {

    private final Records records;

    RetrieveOperation(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "retrieve";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        return records.retrieve(call.parameter("id"), call.user());
    }
}
