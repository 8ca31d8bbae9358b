package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.store.Audit;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What persons do at the page: each thing is an entry of the audit before it begins, and its output is there afterwards. */
final class Actions {

    private static final Logger LOG = LoggerFactory.getLogger("management");

    /** Older outputs are forgotten; the audit keeps how they ended. */
    private static final int KEPT = 200;

    private final PageWork work;
    private final ExecutorService executor;
    private final Map<String, Action> actions = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Action> eldest) {
            return size() > KEPT;
        }
    });

    Actions(PageWork work, ExecutorService executor) {
        this.work = work;
        this.executor = executor;
    }

    /**
     * One of them.
     *
     * @param output null while it is under way
     */
    public record Action(String id, String command, CommandOutput output) {}

    /**
     * Begins one, unless the same is under way already.
     *
     * @param person who does it
     * @return the id by which it is found; that of another one after a restart is not the same
     */
    synchronized String begin(String person, String command, Supplier<CommandOutput> doing) {
        Optional<String> same = underWay(command);
        if (same.isPresent()) {
            return same.get();
        }
        Optional<Audit> audit = work.syncs().map(SyncWork::store).map(SyncStore::audit);
        Optional<Long> entry = audit.map(each -> each.begin(Audit.Person.atPage(person), command));
        LOG.info("{} does: {}", person, command);
        String id = AccessToken.random();
        actions.put(id, new Action(id, command, null));
        executor.execute(() -> {
            CommandOutput output = done(command, doing);
            actions.put(id, new Action(id, command, output));
            LOG.info("{}: {}", command, output.summary());
            entry.ifPresent(number -> audit.get().end(number, output.summary()));
        });
        return id;
    }

    private Optional<String> underWay(String command) {
        synchronized (actions) {
            return actions.values().stream()
                    .filter(action ->
                            action.output() == null && action.command().equals(command))
                    .map(Action::id)
                    .findFirst();
        }
    }

    private static CommandOutput done(String command, Supplier<CommandOutput> doing) {
        try {
            return doing.get();
        } catch (RuntimeException | Error e) {
            return new CommandOutput(command, 1, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    Optional<Action> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }
}
