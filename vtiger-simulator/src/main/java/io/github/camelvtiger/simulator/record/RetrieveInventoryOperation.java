package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.List;
import java.util.Map;

/** {@code retrieve_inventory}, before PHP 8: a record with {@code LineItems}, which are none for other modules. */
public final class RetrieveInventoryOperation implements Operation {

    private final Records records;

    public RetrieveInventoryOperation(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "retrieve_inventory";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        Map<String, Object> record = records.retrieve(call.parameter("id"), call.user());
        record.putIfAbsent("LineItems", List.of());
        return record;
    }
}
