package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.record.Records;
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
     * @param custom what the metadata file says of dependent and of sensitive fields
     * @param administrator in whose name users' own records are read
     */
    public static Operations all(
            Operations shared,
            CrmStore store,
            Records records,
            RecordWriter writer,
            CrmUser administrator,
            CustomMetadata custom) {
        ClosedStates closedStates = ClosedStates.load();
        CloudTools tools = new CloudTools(closedStates, custom.sensitiveFields());
        CloudRecord record = new CloudRecord(store, closedStates);
        List<Operation> operations = new ArrayList<>();
        shared.each(operation -> {
                    if (operation.name().equals("describe")) {
                        return new CloudDescription(operation, store.metadata(), closedStates, tools);
                    }
                    return CloudRecordOperation.NAMES.contains(operation.name())
                            ? new CloudRecordOperation(operation, record)
                            : operation;
                })
                .forEach(operations::add);
        operations.add(new MeOperation(store, records, administrator));
        operations.add(new DecryptOperation(records, custom.sensitiveFields()));
        operations.add(new DeleteRelatedOperation(store, records, writer));
        operations.add(new TagsAddOperation(records, store.tags()));
        operations.add(new TagsRetrieveOperation(records, store.tags()));
        operations.add(new TagsDeleteOperation("tags_delete", records, store.tags()));
        operations.add(new TagsDeleteOperation("tag_delete", records, store.tags()));
        operations.add(new CloudRecordOperation(new ReopenOperation(records, closedStates), record));
        operations.add(new CloudRecordOperation(new LookupOperation(store, records), record));
        operations.add(new PicklistDependencyOperation(store, custom.dependencies()));
        operations.add(new AccountHierarchyOperation(store, records));
        return new Operations(operations);
    }
}
