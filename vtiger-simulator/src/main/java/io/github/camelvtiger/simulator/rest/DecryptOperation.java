package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.metadata.SensitiveFields;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Set;

/**
 * {@code decrypt}: the clear value of a field that is kept encrypted, of a record that the user may read
 * ({@code cloud-rest.md §2}).
 */
final class DecryptOperation implements Operation {

    private final Records records;
    private final SensitiveFields sensitive;

    DecryptOperation(Records records, SensitiveFields sensitive) {
        this.records = records;
        this.sensitive = sensitive;
    }

    @Override
    public String name() {
        return "decrypt";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        StoredRow row = records.row(call.parameter("id"), call.user());
        String field = call.parameter("fieldname");
        Set<String> fields = sensitive.of(row.module().name());
        if (!fields.contains(field)) {
            throw WebserviceException.accessDenied("Permission to perform the operation is denied")
                    .because("\"" + field + "\" is not a sensitive field of "
                            + row.module().name() + ": those are " + fields);
        }
        return row.value(field);
    }
}
