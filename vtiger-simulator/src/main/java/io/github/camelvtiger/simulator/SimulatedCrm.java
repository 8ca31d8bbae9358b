package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.cost.CostModel;
import io.github.camelvtiger.simulator.document.FileSavesByModule;
import io.github.camelvtiger.simulator.document.FilesRetrieveOperation;
import io.github.camelvtiger.simulator.lead.ConvertLeadOperation;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.operation.ArrayPrintingSave;
import io.github.camelvtiger.simulator.operation.CrashingOperation;
import io.github.camelvtiger.simulator.operation.ExplainedSave;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.RecordOperations;
import io.github.camelvtiger.simulator.operation.Records;
import io.github.camelvtiger.simulator.operation.RetrieveInventoryOperation;
import io.github.camelvtiger.simulator.relation.RelationOperations;
import io.github.camelvtiger.simulator.rest.BasicLogin;
import io.github.camelvtiger.simulator.rest.CloudOperations;
import io.github.camelvtiger.simulator.rest.RestEdition;
import io.github.camelvtiger.simulator.rest.RestLimits;
import io.github.camelvtiger.simulator.seed.UserSecrets;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The data of a server, freshly seeded, and all operations on it. */
final class SimulatedCrm {

    static final String ADMINISTRATOR = "admin";

    private static final Set<String> NOT_BY_REST = Set.of("changepassword", "deleteuser");

    private final CrmStore store;
    private final SimulatorClock clock;
    private final RecordWriter writer;
    private final Records records;
    private final Behaviour behaviour;
    private final Optional<CostModel> costModel;
    private final Optional<RestEdition> restEdition;
    private final CustomMetadata custom;

    SimulatedCrm(SimulatorSettings settings, Metadata metadata, SimulatorClock clock) {
        store = new CrmStore(metadata);
        settings.seed().plant(store, clock.now(), new Random(settings.random()));
        if (!settings.accessKey().isEmpty()) {
            store.addUser(administrator().withAccessKey(settings.accessKey()));
        }
        if (metadata.release() == Release.V8_0_0) {
            UserSecrets.write(store, new Random(settings.random()));
        }
        this.clock = clock;
        behaviour = settings.behaviour();
        writer = new RecordWriter(store, clock, settings.saveGaps());
        costModel = settings.costModel() ? Optional.of(new CostModel(store, clock)) : Optional.empty();
        restEdition = settings.restEdition();
        custom = settings.custom();
        records = new Records(store, writer, new FileSavesByModule(store));
    }

    Crm facade() {
        return new Crm(store, records, administrator());
    }

    CrmUser administrator() {
        return store.user(ADMINISTRATOR).orElseThrow();
    }

    String accessKey(String userName) {
        return store.user(userName)
                .orElseThrow(() -> new IllegalArgumentException("the simulator has no user " + userName))
                .accessKey();
    }

    /** The operations of the protocol without sessions, which works whatever PHP there is. */
    List<Operation> restOperations() {
        List<Operation> shared =
                new ArrayList<>(ExplainedSave.all(RecordOperations.all(records, store.metadata()), store.metadata()));
        shared.removeIf(operation -> NOT_BY_REST.contains(operation.name()));
        shared.add(new FilesRetrieveOperation(store));
        shared.add(new ConvertLeadOperation(store, records, writer));
        shared.add(SyncOperation.ofCloud(store));
        QueryOperation query = QueryOperation.ofCloud(store);
        shared.addAll(RelationOperations.all(store, writer, query));
        shared.add(new ExplainedQuery(query, store.metadata()));
        return slowed(CloudOperations.all(shared, store, records, writer, administrator(), custom));
    }

    BasicLogin basicLogin() {
        return new BasicLogin(store);
    }

    /** Empty where the server has none. */
    Optional<RestLimits> restLimits() {
        return restEdition.map(edition -> new RestLimits(edition, this::activeUsers, clock));
    }

    private long activeUsers() {
        return store.table("Users")
                .live()
                .filter(user -> user.value("status").equals("Active"))
                .count();
    }

    private List<Operation> saves() {
        List<Operation> explained =
                ExplainedSave.all(RecordOperations.all(records, store.metadata()), store.metadata());
        return store.metadata().release() == Release.V8_0_0
                ? ArrayPrintingSave.all(explained, store.metadata())
                : explained;
    }

    List<Operation> operations(SessionRegistry sessions, ChallengeRegistry challenges) {
        List<Operation> operations = new ArrayList<>(CrashingOperation.ofMobileApplication());
        operations.add(new LogoutOperation(sessions));
        operations.add(new RetrieveInventoryOperation(records));
        operations.add(new FilesRetrieveOperation(store));
        operations.add(new ConvertLeadOperation(store, records, writer));
        operations.add(SyncOperation.ofWebservice(store));
        operations.addAll(ApplicationOperations.all(clock));
        operations.addAll(saves());
        QueryOperation query = new QueryOperation(store);
        operations.addAll(RelationOperations.all(store, writer, query));
        operations.add(new ExplainedQuery(query, store.metadata()));
        operations.add(new GetChallengeOperation(store, challenges));
        operations.add(new LoginOperation(store, challenges, sessions));
        operations.add(new ExtendSessionOperation(store.metadata().release()));
        if (behaviour == Behaviour.PHP8) {
            // Of one name the last counts.
            operations.addAll(CrashingOperation.ofPhp8());
        }
        return slowed(operations);
    }

    private List<Operation> slowed(List<Operation> operations) {
        return costModel.map(model -> model.slowed(operations)).orElse(operations);
    }
}
