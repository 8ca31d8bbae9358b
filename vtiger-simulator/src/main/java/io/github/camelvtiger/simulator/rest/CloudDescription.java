package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code describe} with what only Vtiger Cloud reports ({@code cloud-rest.md §3}). The simulator knows neither fields that are
 * not in use nor the blocks of a screen: both lists are empty.
 */
final class CloudDescription implements Operation {

    private final Operation describe;
    private final Metadata metadata;
    private final ClosedStates closedStates;
    private final CloudTools tools;

    CloudDescription(Operation describe, Metadata metadata, ClosedStates closedStates, CloudTools tools) {
        this.describe = describe;
        this.metadata = metadata;
        this.closedStates = closedStates;
        this.tools = tools;
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
        Map<?, ?> description = (Map<?, ?>) describe.execute(call);
        ModuleMetadata module =
                metadata.module(description.get("name").toString()).orElseThrow();
        return module.entity() ? ofModule(module, description) : description;
    }

    private Map<Object, Object> ofModule(ModuleMetadata module, Map<?, ?> description) {
        Map<Object, Object> all = new LinkedHashMap<>();
        description.forEach((key, value) -> {
            switch (key.toString()) {
                case "fields" -> {
                    all.put("blocks", List.of());
                    all.put(key, fields(module, (List<?>) value));
                    all.put("inactivefields", List.of());
                }
                case "labelFields" -> {
                    all.put("closedStatesInfo", closedStates(module));
                    all.put(key, value);
                }
                default -> all.put(key, value);
            }
        });
        all.put("tools", tools.of(module));
        return all;
    }

    private Object closedStates(ModuleMetadata module) {
        return closedStates
                .of(module.name())
                .<Object>map(ClosedStates.ClosedState::described)
                .orElse(List.of());
    }

    /** Those that the user gets, in their order. */
    private static List<Object> fields(ModuleMetadata module, List<?> described) {
        return described.stream().map(field -> field(module, (Map<?, ?>) field)).toList();
    }

    private static Object field(ModuleMetadata module, Map<?, ?> described) {
        return module.field(described.get("name").toString())
                .<Object>map(field -> new CloudField(field).described())
                .orElse(described);
    }
}
