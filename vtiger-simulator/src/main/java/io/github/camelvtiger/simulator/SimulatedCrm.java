package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.cost.CostModel;
import io.github.camelvtiger.simulator.document.FileSavesByModule;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.rest.BasicLogin;
import io.github.camelvtiger.simulator.rest.RestEdition;
import io.github.camelvtiger.simulator.rest.RestLimits;
import io.github.camelvtiger.simulator.seed.UserSecrets;
import io.github.camelvtiger.simulator.session.ChallengeRegistry;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import java.util.Optional;
import java.util.Random;

/** The data of a server, freshly seeded, and all operations on it. */
final class SimulatedCrm {

    static final String ADMINISTRATOR = "admin";

    private final CrmStore store;
    private final SimulatorClock clock;
    private final Records records;
    private final RegisteredOperations registered;
    private final Behaviour behaviour;
    private final Optional<CostModel> costModel;
    private final Optional<RestEdition> restEdition;
    private final CustomMetadata custom;

    SimulatedCrm(SimulatorSettings settings, Metadata metadata, SimulatorClock clock) {
        store = new CrmStore(metadata, Kinds::of);
        settings.seed().plant(store, clock.now(), new Random(settings.random()));
        if (!settings.accessKey().isEmpty()) {
            store.addUser(administrator().withAccessKey(settings.accessKey()));
        }
        if (metadata.release().givesOutSecrets()) {
            UserSecrets.write(store, new Random(settings.random()));
        }
        this.clock = clock;
        behaviour = settings.behaviour();
        RecordWriter writer = new RecordWriter(store, clock, settings.saveGaps());
        costModel = settings.costModel() ? Optional.of(new CostModel(store, clock)) : Optional.empty();
        restEdition = settings.restEdition();
        custom = settings.custom();
        records = new Records(store, writer, new FileSavesByModule(store));
        registered = new RegisteredOperations(store, records, writer);
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

    /** The operations of the protocol without sessions. */
    Operations restOperations() {
        return slowed(registered.ofRest(administrator(), custom));
    }

    Operations operations(SessionRegistry sessions, ChallengeRegistry challenges) {
        return slowed(registered.ofWebservice(sessions, challenges, clock, behaviour));
    }

    BasicLogin basicLogin() {
        return new BasicLogin(store);
    }

    /** Empty if the server has none. */
    Optional<RestLimits> restLimits() {
        return restEdition.map(edition -> new RestLimits(edition, this::activeUsers, clock));
    }

    private long activeUsers() {
        return store.table("Users")
                .live()
                .filter(user -> user.value("status").equals("Active"))
                .count();
    }

    private Operations slowed(Operations operations) {
        return costModel.map(model -> operations.each(model::slowed)).orElse(operations);
    }
}
