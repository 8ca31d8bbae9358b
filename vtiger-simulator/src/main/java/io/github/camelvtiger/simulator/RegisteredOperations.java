package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.document.FilesRetrieveOperation;
import io.github.camelvtiger.simulator.lead.ConvertLeadOperation;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.operation.CrashingOperation;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.operation.RestrictedOperation;
import io.github.camelvtiger.simulator.record.ArrayPrintingSave;
import io.github.camelvtiger.simulator.record.ExplainedSave;
import io.github.camelvtiger.simulator.record.RecordOperations;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.record.RetrieveInventoryOperation;
import io.github.camelvtiger.simulator.relation.RelationOperations;
import io.github.camelvtiger.simulator.rest.CloudOperations;
import io.github.camelvtiger.simulator.session.ChallengeRegistry;
import io.github.camelvtiger.simulator.session.ExtendSessionOperation;
import io.github.camelvtiger.simulator.session.GetChallengeOperation;
import io.github.camelvtiger.simulator.session.LoginOperation;
import io.github.camelvtiger.simulator.session.LogoutOperation;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.sync.SyncOperation;
import io.github.camelvtiger.simulator.vtql.ExplainedQuery;
import io.github.camelvtiger.simulator.vtql.QueryOperation;
import io.github.camelvtiger.simulator.wsapp.ApplicationOperations;
import java.util.ArrayList;
import java.util.List;

/** The one place where the operations of both protocols are registered. */
final class RegisteredOperations {

    private final CrmStore store;
    private final Metadata metadata;
    private final Records records;
    private final RecordWriter writer;

    RegisteredOperations(CrmStore store, Records records, RecordWriter writer) {
        this.store = store;
        this.metadata = store.metadata();
        this.records = records;
        this.writer = writer;
    }

    /** Those of {@code webservice.php}, with sessions. */
    Operations ofWebservice(
            SessionRegistry sessions, ChallengeRegistry challenges, SimulatorClock clock, Behaviour behaviour) {
        List<Operation> registered = new ArrayList<>(shared(new QueryOperation(store)));
        registered.addAll(CrashingOperation.ofMobileApplication());
        registered.addAll(RestrictedOperation.all());
        registered.add(new RetrieveInventoryOperation(records));
        registered.add(SyncOperation.ofWebservice(store));
        registered.addAll(ApplicationOperations.all(clock));
        registered.add(new GetChallengeOperation(store, challenges));
        registered.add(new LoginOperation(store, challenges, sessions));
        registered.add(new LogoutOperation(sessions));
        registered.add(new ExtendSessionOperation(metadata.release()));
        Operations operations = new Operations(registered).each(operation -> ExplainedSave.of(operation, metadata));
        if (metadata.release() == Release.V8_0_0) {
            operations = operations.each(operation -> ArrayPrintingSave.of(operation, metadata));
        }
        return behaviour == Behaviour.PHP8
                ? operations.each(operation -> CrashingOperation.onPhp8(operation, metadata.release()))
                : operations;
    }

    /**
     * Those of the protocol without sessions, which works whatever PHP there is.
     *
     * @param administrator in whose name users' own records are read
     */
    Operations ofRest(CrmUser administrator, CustomMetadata custom) {
        List<Operation> registered = new ArrayList<>(shared(QueryOperation.ofCloud(store)));
        registered.add(SyncOperation.ofCloud(store));
        Operations shared = new Operations(registered).each(operation -> ExplainedSave.of(operation, metadata));
        return CloudOperations.all(shared, store, records, writer, administrator, custom);
    }

    private List<Operation> shared(QueryOperation query) {
        List<Operation> shared = new ArrayList<>(RecordOperations.all(records, store));
        shared.add(new FilesRetrieveOperation(store));
        shared.add(new ConvertLeadOperation(store, records, writer));
        shared.addAll(RelationOperations.all(store, writer, query));
        shared.add(new ExplainedQuery(query, metadata));
        return shared;
    }
}
