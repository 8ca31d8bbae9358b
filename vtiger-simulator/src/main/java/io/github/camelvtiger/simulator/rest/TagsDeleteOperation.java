package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.RecordTags;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;
import java.util.Set;

/**
 * {@code tags_delete}, which one client in use calls {@code tag_delete}: takes tags off a record, all of them with
 * {@code delete_all} ({@code cloud-rest.md §2}).
 */
final class TagsDeleteOperation implements Operation {

    private static final Set<String> NO = Set.of("", "0", "false");

    private final String name;
    private final Records records;
    private final RecordTags tags;

    TagsDeleteOperation(String name, Records records, RecordTags tags) {
        this.name = name;
        this.records = records;
        this.tags = tags;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        StoredRow row = records.row(call.parameter("id"), call.user());
        if (NO.contains(call.parameter("delete_all"))) {
            tags.remove(row, TagList.of(call));
        } else {
            tags.removeAll(row);
        }
        return Map.of("status", "successful");
    }
}
