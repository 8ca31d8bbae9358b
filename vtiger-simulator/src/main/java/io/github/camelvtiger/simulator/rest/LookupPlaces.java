package io.github.camelvtiger.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.value.ElementJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameter {@code searchIn}: in which fields of which modules to look; without it, in all of the type. */
final class LookupPlaces {

    private final CrmStore store;
    private final Metadata metadata;

    LookupPlaces(CrmStore store) {
        this.store = store;
        this.metadata = store.metadata();
    }

    /**
     * Names of fields by module; names that the module does not have find nothing.
     *
     * @param type of the fields if none are named
     * @throws WebserviceException for a module that the user does not have
     */
    Map<ModuleMetadata, List<String>> of(Call call, String type) {
        JsonNode sent = ElementJson.read(call.parameter("searchIn"));
        Map<ModuleMetadata, List<String>> places = new LinkedHashMap<>();
        if (sent == null || !sent.isObject()) {
            metadata.modules().stream()
                    .filter(module -> module.entity() && has(call, module))
                    .forEach(module -> places.put(module, ofType(module, type)));
            return places;
        }
        sent.properties().forEach(named -> {
            ModuleMetadata module = metadata.module(named.getKey())
                    .filter(candidate -> candidate.entity() && has(call, candidate))
                    .orElseThrow(() -> WebserviceException.accessDenied("Permission to perform the operation is denied")
                            .because("searchIn names " + named.getKey() + ", which is not a module of this user"));
            List<String> fields = new ArrayList<>();
            named.getValue().forEach(field -> fields.add(field.asText()));
            places.put(module, fields.isEmpty() ? ofType(module, type) : fields);
        });
        return places;
    }

    private boolean has(Call call, ModuleMetadata module) {
        return store.sharing().sees(module, call.user());
    }

    private static List<String> ofType(ModuleMetadata module, String type) {
        return module.fields().stream()
                .filter(field -> field.type().equals(type) && field.answered())
                .map(FieldMetadata::name)
                .toList();
    }
}
