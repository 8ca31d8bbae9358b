package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.message.MessageSender;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.CamelContext;

/** What feeds and exports need of the modules that they read. */
final class ModuleTools {

    /** So that of the four sessions of a connection one is left for what else asks. */
    private static final int QUESTIONS_AT_ONCE = 3;

    private final CamelContext context;
    private final Function<Optional<String>, String> connections;
    private final SyncStore store;
    private final InstantSource clock;
    private final Function<Map<String, Object>, ModuleDescription> descriptions;
    private final BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, ModuleShapes.Mappings>
            mappings;
    private final Map<String, MessageSender> senders = new ConcurrentHashMap<>();
    private ExecutorService questioners;

    /**
     * @param connections url and user of the CRM of a named connection, or of the application's
     * @param descriptions of what describe answers
     * @param mappings of a sync, with what is known of modules
     */
    ModuleTools(
            CamelContext context,
            Function<Optional<String>, String> connections,
            SyncStore store,
            InstantSource clock,
            Function<Map<String, Object>, ModuleDescription> descriptions,
            BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, ModuleShapes.Mappings> mappings) {
        this.context = context;
        this.connections = connections;
        this.store = store;
        this.clock = clock;
        this.descriptions = descriptions;
        this.mappings = mappings;
    }

    String address(SyncDefinition sync) {
        return connections.apply(SourceCrm.of(sync).connection());
    }

    CrmQuestions questions(SyncDefinition sync) {
        return new CrmQuestions(
                context.createProducerTemplate(), SourceCrm.of(sync).connection(), descriptions);
    }

    /** Those that the CRM has now, for a sync of all. */
    SourceModules modules(SyncDefinition sync) {
        Source.Crm from = SourceCrm.of(sync);
        if (!from.isAll()) {
            return SourceModules.named(from.modules());
        }
        CrmQuestions crm = questions(sync);
        return SourceModules.all(sync, crm.modules(), crm::described);
    }

    ModuleShapes shapes(SyncDefinition sync, String module) {
        CrmQuestions crm = questions(sync);
        return new ModuleShapes(sync, module, crm::describe, (name, columns) -> mappings.apply(
                        sync, wanted -> Optional.of(crm.describe(wanted)))
                .of(name, columns));
    }

    /** A record as a feed of the module would bring it; empty if it is not there, or not for the user. */
    Optional<Map<String, Object>> record(SyncDefinition sync, String module, String id) {
        return questions(sync)
                .query(
                        "SELECT * FROM " + module + " WHERE id = :id",
                        Map.of("id", id),
                        SourceCrm.hasItems(sync, module))
                .stream()
                .findFirst();
    }

    /** Where the records of a module go. */
    RecordTarget target(SyncDefinition sync, String module) {
        return sync.to() instanceof Target.Files
                ? new FeedFiles(sync, module, clock)
                : new MessageTarget(sync, module, sender(sync), store.links());
    }

    /** One for all modules of a sync, whose records it sends one after the other anyway. */
    private MessageSender sender(SyncDefinition sync) {
        return senders.computeIfAbsent(sync.name(), name -> new MessageSender(context, sync));
    }

    /** The sync is not there any more, or has another form. */
    void forget(String sync) {
        senders.remove(sync);
    }

    RecordExtras extras(SyncDefinition sync, String module) {
        return RecordExtras.of(sync, module, questions(sync), related(sync, module), clock);
    }

    /** Empty if the sync adds no ids of related records. */
    Optional<RelatedIds> related(SyncDefinition sync, String module) {
        List<String> labels = sync.part(module).relations().labels();
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(new RelatedIds(questions(sync), module, labels, questioners()));
    }

    private synchronized ExecutorService questioners() {
        if (questioners == null) {
            questioners =
                    context.getExecutorServiceManager().newFixedThreadPool(this, "sync-relations", QUESTIONS_AT_ONCE);
        }
        return questioners;
    }
}
