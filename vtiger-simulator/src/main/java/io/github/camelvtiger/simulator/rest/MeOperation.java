package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Records;
import io.github.camelvtiger.simulator.store.CrmUser;

/** {@code me}: the record of the user who asks, whatever he may read otherwise ({@code cloud-rest.md §2}). */
final class MeOperation implements Operation {

    private final Records records;
    private final CrmUser administrator;

    /** @param administrator in whose name the record is read */
    MeOperation(Records records, CrmUser administrator) {
        this.records = records;
        this.administrator = administrator;
    }

    @Override
    public String name() {
        return "me";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        return records.retrieve(call.user().id(), administrator);
    }
}
