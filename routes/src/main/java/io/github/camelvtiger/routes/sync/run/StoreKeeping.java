package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.StoreException;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes runs and plans that are older than they are to be kept. */
public final class StoreKeeping implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncStore store;
    private final Path plans;
    private final Duration keep;
    private final InstantSource clock;

    /** @param plans the directory where plans are kept */
    public StoreKeeping(SyncStore store, Path plans, Duration keep, InstantSource clock) {
        this.store = store;
        this.plans = plans;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(keep);
        try {
            int runs = store.retention().removeOlderThan(before);
            int removed = removePlans(before);
            removeSnapshots(clock.instant().minus(RunStart.PLAN_HOLDS));
            if (runs + removed > 0) {
                LOG.info("{} runs and {} plans older than store.keep were removed.", runs, removed);
            }
        } catch (StoreException | IOException e) {
            LOG.warn("What is older than store.keep could not be removed: {}", e.getMessage());
        }
    }

    private int removePlans(Instant before) throws IOException {
        return remove(before, file -> true);
    }

    /** The records of which a plan was made, when it holds no more; and what a process that was killed has begun to read. */
    private void removeSnapshots(Instant before) throws IOException {
        remove(before, SourceSnapshot::isOne);
    }

    private int remove(Instant before, Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(plans)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(plans)) {
            List<Path> all = files.filter(Files::isRegularFile).filter(which).toList();
            int removed = 0;
            for (Path plan : all) {
                if (Files.getLastModifiedTime(plan).toInstant().isBefore(before) && Files.deleteIfExists(plan)) {
                    removed++;
                }
            }
            return removed;
        }
    }
}
