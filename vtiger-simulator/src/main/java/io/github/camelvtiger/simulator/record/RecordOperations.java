package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.List;

/** The operations on records and on what modules there are. */
public final class RecordOperations {

    private RecordOperations() {}

    public static List<Operation> all(Records records, Metadata metadata) {
        return List.of(
                new CreateOperation(records),
                new RetrieveOperation(records),
                new UpdateOperation(records),
                new ReviseOperation(records),
                new DeleteOperation(records),
                new DescribeOperation(metadata),
                new ListTypesOperation(metadata));
    }
}
