package io.github.camelvtiger.routes.once;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the application that ends: it waits until nothing is left, stage by stage. */
public final class OnceRun {

    private static final Logger LOG = LoggerFactory.getLogger("once");
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Duration limit;
    private final List<Supplier<List<Leftover>>> stages;

    /**
     * @param limit after which the run gives up
     * @param stages one after the other; what a stage waits for is asked for when the stages before it are done
     */
    public OnceRun(Duration limit, List<Supplier<List<Leftover>>> stages) {
        this.limit = limit;
        this.stages = stages;
    }

    /** @return whether everything was drained within the limit */
    public boolean run() throws InterruptedException {
        long start = System.nanoTime();
        for (Supplier<List<Leftover>> stage : stages) {
            List<Leftover> leftovers = stage.get();
            List<String> left = left(leftovers);
            while (!left.isEmpty()) {
                if (System.nanoTime() - start > limit.toNanos()) {
                    LOG.error(
                            "Not everything was processed within {} minutes; what is left: {}",
                            limit.toMinutes(),
                            String.join("; ", left));
                    return false;
                }
                Thread.sleep(LOOK.toMillis());
                left = left(leftovers);
            }
        }
        return true;
    }

    private static List<String> left(List<Leftover> leftovers) {
        return leftovers.stream().map(Leftover::left).flatMap(Optional::stream).toList();
    }
}
