package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.metadata.PicklistDependencies;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Records;
import io.github.camelvtiger.simulator.relation.DeleteRelatedOperation;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import java.util.ArrayList;
import java.util.List;

/** The operations of Vtiger Cloud: those it shares with other servers, and those that only it has. */
public final class CloudOperations {

    private CloudOperations() {}

    /**
     * @param shared the operations of other servers that there are here too
     * @param administrator in whose name users' own records are read
     */
    public static List<Operation> all(
            List<Operation> shared,
            CrmStore store,
            Records records,
            RecordWriter writer,
            CrmUser administrator,
            PicklistDependencies dependencies) {
        ClosedStates closedStates = ClosedStates.load();
        List<Operation> operations = new ArrayList<>(shared);
        operations.replaceAll(operation ->
                operation.name().equals("describe") ? new CloudDescription(operation, closedStates) : operation);
        operations.add(new MeOperation(records, administrator));
        operations.add(new DeleteRelatedOperation(store, records, writer));
        operations.add(new TagsAddOperation(records, store.tags()));
        operations.add(new TagsRetrieveOperation(records, store.tags()));
        operations.add(new TagsDeleteOperation("tags_delete", records, store.tags()));
        operations.add(new TagsDeleteOperation("tag_delete", records, store.tags()));
        operations.add(new ReopenOperation(records, closedStates));
        operations.add(new LookupOperation(store, records));
        operations.add(new PicklistDependencyOperation(store.metadata(), dependencies));
        operations.add(new AccountHierarchyOperation(store, records));
        return operations;
    }
}
