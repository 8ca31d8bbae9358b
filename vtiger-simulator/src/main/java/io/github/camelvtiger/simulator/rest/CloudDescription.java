package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code describe} with {@code closedStatesInfo}, which only Vtiger Cloud tells ({@code cloud-rest.md §3}). */
final class CloudDescription implements Operation {

    private final Operation describe;
    private final ClosedStates closedStates;

    CloudDescription(Operation describe, ClosedStates closedStates) {
        this.describe = describe;
        this.closedStates = closedStates;
    }

    @Override
    public String name() {
        return describe.name();
    }

    @Override
    public HttpMethod method() {
        return describe.method();
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        Object description = describe.execute(call);
        return closedStates
                .of(call.parameter("elementType"))
                .map(state -> with(description, state.described()))
                .orElse(description);
    }

    private static Object with(Object description, Map<String, Object> states) {
        Map<Object, Object> all = new LinkedHashMap<>((Map<?, ?>) description);
        all.put("closedStatesInfo", states);
        return all;
    }
}
