package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code relatedtypes}: the relations of a module, keyed by label ({@code webservice.md §10}). */
final class RelatedTypesOperation implements Operation {

    private final Metadata metadata;
    private final Relations relations;

    RelatedTypesOperation(Metadata metadata, Relations relations) {
        this.metadata = metadata;
        this.relations = relations;
    }

    @Override
    public String name() {
        return "relatedtypes";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        String name = call.parameter("elementType");
        ModuleMetadata module = metadata.module(name)
                .orElseThrow(() -> WebserviceException.accessDenied(
                        "Permission to perform the operation is denied for name : " + name));
        if (!module.entity()) {
            throw new ServerCrash(name + " is an actor type, which cannot have relations");
        }
        List<String> types = new ArrayList<>();
        Map<String, Object> information = new LinkedHashMap<>();
        for (Relation relation : relations.of(name)) {
            types.add(relation.to());
            information.put(relation.label(), information(relation));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("types", types);
        answer.put("information", information);
        return answer;
    }

    private static Map<String, Object> information(Relation relation) {
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("name", relation.to());
        information.put("label", relation.label());
        information.put("isEntity", "1");
        return information;
    }
}
