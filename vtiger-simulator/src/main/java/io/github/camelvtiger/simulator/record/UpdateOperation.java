package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.value.SentElement;

/** {@code update}: wants every mandatory field, keeps what is not sent ({@code webservice.md §5}). */
final class UpdateOperation implements Operation {

    private final Records records;

    UpdateOperation(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "update";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        return records.update(SentElement.parse(call.parameter("element")), call.files(), call.user());
    }
}
