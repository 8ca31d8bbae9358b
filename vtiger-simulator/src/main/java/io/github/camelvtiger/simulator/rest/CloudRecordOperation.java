package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An operation that answers records, with each of them as {@link CloudRecord} shows it. */
final class CloudRecordOperation implements Operation {

    static final Set<String> NAMES =
            Set.of("create", "retrieve", "update", "revise", "query", "retrieve_related", "query_related", "sync");

    private static final Pattern SOME_COLUMNS =
            Pattern.compile("\\s*select\\s(?!\\s*\\*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Operation operation;
    private final CloudRecord record;

    CloudRecordOperation(Operation operation, CloudRecord record) {
        this.operation = operation;
        this.record = record;
    }

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public HttpMethod method() {
        return operation.method();
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        Explained answer = Explained.of(operation.execute(call));
        boolean whole = !SOME_COLUMNS.matcher(call.parameter("query")).matches();
        return new Explained(with(answer.result(), whole), answer.why());
    }

    private Object with(Object result, boolean whole) {
        if (result instanceof List<?> rows) {
            return rows.stream().map(row -> with(row, whole)).toList();
        }
        if (!(result instanceof Map<?, ?> map)) {
            return result;
        }
        if (map.containsKey("id")) {
            return record.of(map, whole);
        }
        // Records by module of a lookup, or the changes of a sync.
        Map<Object, Object> groups = new LinkedHashMap<>(map);
        groups.replaceAll((name, group) -> group instanceof List<?> ? with(group, whole) : group);
        return groups;
    }
}
