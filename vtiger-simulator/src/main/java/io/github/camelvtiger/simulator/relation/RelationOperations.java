package io.github.camelvtiger.simulator.relation;

import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.vtql.QueryOperation;
import java.util.List;

/** The operations on what belongs together. */
public final class RelationOperations {

    private RelationOperations() {}

    /** @param query that of the protocol */
    public static List<Operation> all(CrmStore store, RecordWriter writer, QueryOperation query) {
        Relations relations = new Relations();
        RelatedQuery queries = new RelatedQuery(store, relations, query);
        return List.of(
                new RelatedTypesOperation(store.metadata(), relations),
                new RetrieveRelatedOperation(queries),
                new QueryRelatedOperation(queries),
                new AddRelatedOperation(store, relations, writer));
    }
}
