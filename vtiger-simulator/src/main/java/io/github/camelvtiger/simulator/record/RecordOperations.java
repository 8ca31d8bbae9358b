package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.util.List;

/** The operations on records and on what modules there are. */
public final class RecordOperations {

    private RecordOperations() {}

    public static List<Operation> all(Records records, CrmStore store) {
        return List.of(
                new CreateOperation(records),
                new RetrieveOperation(records),
                new UpdateOperation(records),
                new ReviseOperation(records),
                new DeleteOperation(records),
                new DescribeOperation(store),
                new ListTypesOperation(store));
    }
}
