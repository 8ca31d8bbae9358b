package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.RecordTags;
import io.github.camelvtiger.simulator.store.StoredRow;

/** {@code tags_retrieve}: the names of the tags of a record, in the order in which they were added ({@code cloud-rest.md §2}). */
final class TagsRetrieveOperation implements Operation {

    private final Records records;
    private final RecordTags tags;

    TagsRetrieveOperation(Records records, RecordTags tags) {
        this.records = records;
        this.tags = tags;
    }

    @Override
    public String name() {
        return "tags_retrieve";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        StoredRow row = records.row(call.parameter("id"), call.user());
        return tags.of(row);
    }
}
