package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The syncs by which all modules of a CRM move. Which those are is asked until both CRMs answer; then the routes of the sync are made. A
 * module that is created later moves from the next start on.
 */
final class MovesOfAll {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final long LOOK_SECONDS = 10;

    /** Makes the routes of a sync that names its modules. */
    interface Beginning {
        void begin(SyncDefinition sync) throws Exception;
    }

    private record Waiting(SyncDefinition sync, Beginning beginning) {}

    private final CamelContext context;
    private final Map<String, Waiting> waiting = new ConcurrentSkipListMap<>();
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final AtomicBoolean looks = new AtomicBoolean();

    MovesOfAll(CamelContext context) {
        this.context = context;
    }

    void add(SyncDefinition sync, Beginning beginning) {
        waiting.put(sync.name(), new Waiting(sync, beginning));
    }

    /** It is not there any more; one that is beginning has begun before this returns. */
    synchronized void remove(String sync) {
        waiting.remove(sync);
        notes.remove(sync);
    }

    /** Begins them by themselves. */
    void watch() {
        if (looks.compareAndSet(false, true)) {
            context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "sync-moves")
                    .scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        for (String sync : List.copyOf(waiting.keySet())) {
            try {
                begin(sync);
            } catch (Exception e) {
                String note = "Nothing moves yet: " + Sentence.of(e);
                if (!note.equals(notes.put(sync, note))) {
                    LOG.warn("{}: {} The sync begins when that has changed.", sync, note);
                }
            }
        }
    }

    /**
     * Makes the routes of a sync, if they are not there.
     *
     * @throws io.github.camelvtiger.client.VtigerException if one of the CRMs does not say what modules it has
     */
    synchronized void begin(String sync) throws Exception {
        Waiting move = waiting.get(sync);
        if (move == null) {
            return;
        }
        SourceModules modules = modules(move.sync());
        // Once: what does not become routes now will not do so another time.
        waiting.remove(sync);
        move.beginning().begin(move.sync().moving(modules.read()));
        notes.remove(sync);
        modules.omissions().ifPresent(text -> notes.put(sync, text));
        LOG.info(
                "{}: The sync moves {}{}.",
                sync,
                String.join(", ", modules.read()),
                modules.omissions().map(text -> "; " + text).orElse(""));
    }

    private SourceModules modules(SyncDefinition sync) {
        CrmQuestions source = questions(SourceCrm.of(sync).connection());
        CrmQuestions target = questions(((Target.Crm) sync.to()).connection());
        return SourceModules.moved(sync, source.modules(), source::described, target::described);
    }

    private CrmQuestions questions(Optional<String> connection) {
        return new CrmQuestions(context.createProducerTemplate(), connection, ModuleDescription::of);
    }

    /** What a sync has not read yet; empty if its feeds and runs do the rest. */
    Optional<String> unread(String sync) {
        return waiting.containsKey(sync) ? Optional.of("the modules of the CRM") : Optional.empty();
    }

    /** What a person should know of a sync. */
    List<String> notes(String sync) {
        return Optional.ofNullable(notes.get(sync)).map(List::of).orElse(List.of());
    }
}
