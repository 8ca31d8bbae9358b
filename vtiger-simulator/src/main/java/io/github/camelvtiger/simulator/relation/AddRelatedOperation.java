package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/**
 * {@code add_related}: a success for whatever is asked, be there no such relation or no such target; only the source
 * has to be there, and the prefixes have to be known ({@code webservice.md §10}).
 */
final class AddRelatedOperation implements Operation {

    private final CrmStore store;
    private final Relations relations;
    private final RecordWriter writer;
    private final Linking linking;

    AddRelatedOperation(CrmStore store, Relations relations, RecordWriter writer) {
        this.store = store;
        this.relations = relations;
        this.writer = writer;
        this.linking = new Linking(store);
    }

    @Override
    public String name() {
        return "add_related";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        WebserviceId.check(call.parameter("sourceRecordId"), store.metadata());
        WebserviceId.check(call.parameter("relatedRecordId"), store.metadata());
        WebserviceId sourceId = WebserviceId.of(call.parameter("sourceRecordId"));
        WebserviceId targetId = WebserviceId.of(call.parameter("relatedRecordId"));
        StoredRow source = store.entityTables().stream()
                .flatMap(table -> table.live(sourceId.number()).stream())
                .findFirst()
                .orElseThrow(AddRelatedOperation::failure);
        String from = module(sourceId).name();
        String to = module(targetId).name();
        if (related(from, to, call.parameter("relationIdLabel"))) {
            linking.link(from, sourceId.number(), to, targetId.number());
            writer.touch(source, call.user());
        }
        return Map.of("message", "successfull");
    }

    /** A number is taken for the id of a relation, which the server then does not look at. */
    private boolean related(String from, String to, String label) {
        boolean anyLabel = label.isEmpty() || label.matches("\\s*[+-]?\\d+(\\.\\d+)?\\s*");
        return anyLabel
                ? relations.any(from, to)
                : relations.between(from, to, label).isPresent();
    }

    private ModuleMetadata module(WebserviceId id) {
        return store.metadata()
                .modulePrefixed((int) Math.min(id.prefix(), Integer.MAX_VALUE))
                .orElseThrow(AddRelatedOperation::failure);
    }

    private static WebserviceException failure() {
        return new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request");
    }
}
