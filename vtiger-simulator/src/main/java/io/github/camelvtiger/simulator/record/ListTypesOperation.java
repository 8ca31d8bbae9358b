package io.github.camelvtiger.simulator.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.value.ElementJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code listtypes}: the modules, or those that have a field of one of the types given ({@code webservice.md §6}). */
final class ListTypesOperation implements Operation {

    /** Types of the server's table of types by uitype; others, such as double or date, find nothing. */
    private static final Set<String> FILTERABLE = Set.of(
            "picklist",
            "text",
            "phone",
            "multipicklist",
            "url",
            "skype",
            "boolean",
            "owner",
            "file",
            "email",
            "currency",
            "reference",
            "image");

    private final CrmStore store;
    private final Metadata metadata;

    ListTypesOperation(CrmStore store) {
        this.store = store;
        this.metadata = store.metadata();
    }

    @Override
    public String name() {
        return "listtypes";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        Set<String> fieldTypes = fieldTypes(call.parameter("fieldTypeList"));
        List<String> types = new ArrayList<>();
        Map<String, Object> information = new LinkedHashMap<>();
        for (ModuleMetadata module : metadata.modules()) {
            boolean hidden = !store.sharing().sees(module, call.user());
            if (!hidden && (fieldTypes.isEmpty() || hasFieldOf(module, fieldTypes))) {
                types.add(module.name());
                information.put(
                        module.name(),
                        new TranslatedLabels(
                                        metadata.languages(),
                                        call.user().preferences().language(),
                                        module.name())
                                .of(information(module)));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("types", types);
        answer.put("information", information);
        return answer;
    }

    /** What cannot be decoded filters nothing. */
    private static Set<String> fieldTypes(String parameter) {
        Set<String> types = new HashSet<>();
        JsonNode list = ElementJson.read(parameter);
        if (list != null && list.isValueNode() && !list.isNull()) {
            throw new ServerCrash("fieldTypeList is not a list");
        }
        if (list != null) {
            list.forEach(type -> types.add(type.asText().toLowerCase(Locale.ROOT)));
        }
        return types;
    }

    /** Only modules are searched, never actor types; of Users few fields are open to profiles, and so found. */
    private static boolean hasFieldOf(ModuleMetadata module, Set<String> fieldTypes) {
        return module.entity()
                && module.fields().stream()
                        .filter(field -> FILTERABLE.contains(field.type()) && fieldTypes.contains(field.type()))
                        .anyMatch(field -> Kinds.of(module).foundByType(field.type()));
    }

    private static Map<String, Object> information(ModuleMetadata module) {
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("isEntity", module.entity());
        information.put("label", module.label());
        information.put("singular", module.singular());
        return information;
    }
}
