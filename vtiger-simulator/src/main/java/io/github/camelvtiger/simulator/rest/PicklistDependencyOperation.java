package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.metadata.PicklistDependencies;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code picklist_dependency}: for each value of one picklist those of another that go with it; nothing if the two
 * do not depend on each other ({@code cloud-rest.md §2}).
 */
final class PicklistDependencyOperation implements Operation {

    private final CrmStore store;
    private final PicklistDependencies dependencies;

    PicklistDependencyOperation(CrmStore store, PicklistDependencies dependencies) {
        this.store = store;
        this.dependencies = dependencies;
    }

    @Override
    public String name() {
        return "picklist_dependency";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        String name = call.parameter("module");
        ModuleMetadata module = store.metadata()
                .module(name)
                .filter(there -> store.sharing().sees(there, call.user()))
                .orElseThrow(() -> denied(Explanation.of("there is no module \"" + name + "\" for this user")));
        FieldMetadata source = picklist(module, call.parameter("sourcefield"));
        FieldMetadata target = picklist(module, call.parameter("targetfield"));
        return dependencies
                .between(name, source.name(), target.name())
                .map(allowed -> byValue(source, target, allowed))
                .orElse(Map.of());
    }

    private static Map<String, List<String>> byValue(
            FieldMetadata source, FieldMetadata target, Map<String, List<String>> allowed) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        source.picklistValues()
                .forEach(value -> byValue.put(value, allowed.getOrDefault(value, target.picklistValues())));
        return byValue;
    }

    private static FieldMetadata picklist(ModuleMetadata module, String name) {
        return module.field(name)
                .filter(field -> !field.picklistValues().isEmpty())
                .orElseThrow(() -> denied(new Explanation(
                        module.name() + " has no picklist \"" + name + "\"",
                        NearestName.of(
                                        name,
                                        module.fields().stream()
                                                .filter(field ->
                                                        !field.picklistValues().isEmpty())
                                                .map(FieldMetadata::name)
                                                .toList())
                                .orElse(""))));
    }

    private static WebserviceException denied(Explanation why) {
        return WebserviceException.accessDenied("Permission to perform the operation is denied")
                .because(why);
    }
}
