package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether sync files have changed, and takes them once they are no longer being written: when they are the same at two looks. */
final class SyncWatch {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final long AGAIN_SECONDS = 1;

    private final CamelContext context;
    private final Path directory;
    private final SyncChanges changes;
    private ScheduledExecutorService thread;
    private boolean looks;
    private DirectoryState seen;
    private DirectoryState taken;
    private String said = "";

    SyncWatch(CamelContext context, Path directory, SyncChanges changes) {
        this.context = context;
        this.directory = directory;
        this.changes = changes;
    }

    /** Takes all sync files for the first time. */
    void begin() throws Exception {
        try {
            seen = DirectoryState.of(directory);
            taken = seen;
        } catch (IOException none) {
            LOG.debug("There is no directory {}", directory, none);
        }
        changes.take();
    }

    /** @param every how often it looks */
    synchronized void look(Duration every) {
        looks = true;
        thread().scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ScheduledExecutorService thread() {
        if (thread == null) {
            thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "sync-files");
        }
        return thread;
    }

    private void look() {
        if (context.isStopping()) {
            return;
        }
        try {
            DirectoryState now = DirectoryState.of(directory);
            boolean isQuiet = now.equals(seen);
            seen = now;
            if (isQuiet && (changes.isWaiting() || !now.equals(taken))) {
                changes.take();
                taken = now;
            }
            said = "";
        } catch (Exception e) {
            String sentence = Sentence.of(e);
            if (!sentence.equals(said)) {
                LOG.error("The sync files could not be read again, so all syncs go on as they are: {}", sentence);
                said = sentence;
            }
        }
    }

    /** Gives a sync its new name, or does it as soon as its run is over. */
    synchronized SyncWork.Renamed rename(Rename rename) throws Exception {
        SyncWork.Renamed renamed = changes.rename(rename, looks);
        if (!renamed.done() && !looks) {
            thread().schedule(() -> again(rename), AGAIN_SECONDS, TimeUnit.SECONDS);
        }
        return renamed;
    }

    private void again(Rename rename) {
        try {
            rename(rename);
        } catch (Exception e) {
            LOG.error("{}: {} Call 'sync rename' again.", rename.from(), Sentence.of(e));
        }
    }
}
