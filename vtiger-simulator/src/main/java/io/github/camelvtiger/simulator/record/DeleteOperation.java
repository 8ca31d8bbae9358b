package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.Map;

/** {@code delete}: of a record by id; a second time it is as if it had never been ({@code webservice.md §5}). */
final class DeleteOperation implements Operation {

    private final Records records;

    DeleteOperation(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        records.delete(call.parameter("id"), call.user());
        return Map.of("status", "successful");
    }
}
