package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.value.SentElement;

/** {@code revise}: changes the sent fields only ({@code webservice.md §5}). */
final class ReviseOperation implements Operation {

    private final Records records;

    ReviseOperation(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "revise";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        return records.revise(SentElement.parse(call.parameter("element")), call.files(), call.user());
    }
}
