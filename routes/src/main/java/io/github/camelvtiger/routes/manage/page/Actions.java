package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.store.Audit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Action> actions = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Action> eldest) {
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
    public record Action(long number, String command, CommandOutput output) {}

    /**
     * Begins one.
     *
     * @param person who does it
     * @return the number by which it is found
     */
    long begin(String person, String command, Supplier<CommandOutput> doing) {
        long number = numbers.incrementAndGet();
        actions.put(number, new Action(number, command, null));
        LOG.info("{} does: {}", person, command);
        Optional<Audit> audit = work.syncs().map(SyncWork::store).map(store -> store.audit());
        OptionalLong entry =
                audit.map(each -> OptionalLong.of(each.begin(person, command))).orElse(OptionalLong.empty());
        executor.execute(() -> {
            CommandOutput output = done(command, doing);
            actions.put(number, new Action(number, command, output));
            LOG.info("{}: {}", command, output.summary());
            entry.ifPresent(id -> audit.get().end(id, output.summary()));
        });
        return number;
    }

    private static CommandOutput done(String command, Supplier<CommandOutput> doing) {
        try {
            return doing.get();
        } catch (RuntimeException e) {
            return new CommandOutput(command, 1, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    Optional<Action> find(long number) {
        return Optional.ofNullable(actions.get(number));
    }
}
