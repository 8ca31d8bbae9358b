package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.RecordTags;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/** {@code tags_add}: puts tags on a record that the user may read ({@code cloud-rest.md §2}). */
final class TagsAddOperation implements Operation {

    private final Records records;
    private final RecordTags tags;

    TagsAddOperation(Records records, RecordTags tags) {
        this.records = records;
        this.tags = tags;
    }

    @Override
    public String name() {
        return "tags_add";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        StoredRow row = records.row(call.parameter("id"), call.user());
        tags.add(row, TagList.of(call));
        return Map.of("status", "successful");
    }
}
