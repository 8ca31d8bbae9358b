package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.SweepListener;
import io.github.camelvtiger.client.SweptPage;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the pages of a sweep to its listener, each once the route is done with its changes. */
final class SweptPages {

    private static final Logger LOG = LoggerFactory.getLogger(SweptPages.class);

    private final String module;
    private final SweepListener listener;
    private final KeysetWalk walk;
    private final FeedMemory memory;
    /** Compared, and not yet reported; null for none. */
    private List<RecordState> compared;

    private long after;
    /** When the sweep began of which a failure of the listener was logged; null for none. */
    private Instant failed;

    SweptPages(String module, SweepListener listener, KeysetWalk walk, FeedMemory memory) {
        this.module = module;
        this.listener = listener;
        this.walk = walk;
        this.memory = memory;
    }

    /** A page was compared with what is known; what differs is handed out now. */
    void compared(FeedPage page) {
        compared = page.states();
        after = walk.after();
    }

    /** What was handed out is settled: the walk has moved as far as the route is done with it. */
    void settled() {
        List<RecordState> states = compared;
        compared = null;
        if (states == null) {
            return;
        }
        if (states.isEmpty()) {
            report(states, OptionalLong.empty());
        } else if (walk.after() > after) {
            report(
                    states.stream()
                            .filter(row -> row.id().number() <= walk.after())
                            .toList(),
                    OptionalLong.of(walk.after()));
        }
    }

    private void report(List<RecordState> states, OptionalLong upTo) {
        SweptPage page = new SweptPage(
                module,
                walk.begun(),
                after,
                upTo,
                memory.state().oldest().modifiedTime(),
                states.stream().map(RecordState::fields).toList());
        try {
            listener.swept(page);
        } catch (RuntimeException e) {
            if (!page.begun().equals(failed)) {
                LOG.warn("{}: the listener of the sweep failed at the records after {}.", module, after, e);
                failed = page.begun();
            }
        }
    }
}
