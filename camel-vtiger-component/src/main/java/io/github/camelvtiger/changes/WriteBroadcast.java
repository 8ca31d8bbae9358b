package io.github.camelvtiger.changes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Passes what the producers of this application write on to the feeds that leave it out. For many threads. */
public final class WriteBroadcast {

    private final Map<String, OfOneCrm> crms = new ConcurrentHashMap<>();

    /** @param crm its host and path, whoever the user is */
    public OfOneCrm of(String crm) {
        return crms.computeIfAbsent(crm, each -> new OfOneCrm());
    }

    /** The writes to one CRM. */
    public static final class OfOneCrm {

        private final List<Log> logs = new CopyOnWriteArrayList<>();

        /** @param write asked for its value at once, where any feed wants to know */
        public void publish(Supplier<Stream<ProducerWrite>> write) {
            if (!logs.isEmpty()) {
                write.get().forEach(each -> logs.forEach(log -> log.add(each)));
            }
        }

        /** What is written from now on, until the log is closed. */
        public Log follow() {
            Log log = new Log();
            logs.add(log);
            return log;
        }

        /** What one feed has still to take in. Where it takes in nothing, the oldest are forgotten, and reported. */
        public final class Log implements AutoCloseable {

            private static final int AT_MOST = 50_000;

            private final Queue<ProducerWrite> writes = new ArrayDeque<>();

            private synchronized void add(ProducerWrite write) {
                if (writes.size() == AT_MOST) {
                    writes.remove();
                }
                writes.add(write);
            }

            /** The writes to one module, oldest first; they are gone from here. */
            public synchronized List<ProducerWrite> take(int idPrefix) {
                List<ProducerWrite> taken = new ArrayList<>();
                for (Iterator<ProducerWrite> each = writes.iterator(); each.hasNext(); ) {
                    ProducerWrite write = each.next();
                    if (write.id().prefix() == idPrefix) {
                        taken.add(write);
                    }
                    each.remove();
                }
                return taken;
            }

            @Override
            public void close() {
                logs.remove(this);
            }
        }
    }
}
