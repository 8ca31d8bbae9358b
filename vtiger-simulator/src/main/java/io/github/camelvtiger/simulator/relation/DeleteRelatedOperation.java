package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/**
 * {@code delete_related}, which only Vtiger Cloud has: afterwards neither record is among those related to the other
 * ({@code cloud-rest.md §2}). As when a relation is undone in the application, the source's time moves.
 */
public final class DeleteRelatedOperation implements Operation {

    private final Records records;
    private final RecordWriter writer;
    private final Unlinking unlinking;

    public DeleteRelatedOperation(CrmStore store, Records records, RecordWriter writer) {
        this.records = records;
        this.writer = writer;
        this.unlinking = new Unlinking(store, new Relations());
    }

    @Override
    public String name() {
        return "delete_related";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        StoredRow source = records.row(call.parameter("sourceRecordId"), call.user());
        StoredRow related = records.row(call.parameter("relatedRecordId"), call.user());
        boolean undone = unlinking.unlink(source, related);
        writer.touch(source, call.user());
        Map<String, String> answer = Map.of("status", "successful");
        return undone
                ? answer
                : new Explained(
                        answer,
                        Explanation.of(source.id() + " and " + related.id()
                                + " are not tied, or by line items or a field that may not be empty"));
    }
}
