package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.value.SentElement;

/** {@code create}: elementType and element; answers the whole record ({@code webservice.md §5}). */
final class CreateOperation implements Operation {

    private final Records records;

    CreateOperation(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "create";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        String module = call.parameter("elementType");
        records.checkCreatable(module, call.user());
        SentElement element = SentElement.parse(call.parameter("element"));
        return records.create(module, element, call.files(), call.user());
    }
}
