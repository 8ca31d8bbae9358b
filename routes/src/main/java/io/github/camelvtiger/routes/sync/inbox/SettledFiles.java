package io.github.camelvtiger.routes.sync.inbox;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;

/**
 * Lets a file be taken once its size and time have been seen unchanged for long enough, and only a few files at a time,
 * however many there are. Camel's own {@code changed} looks at the time alone as soon as it has a minimum age, which a copy
 * that keeps the old file's time deceives, and it makes all other files wait for one that grows. An application that
 * stops takes none: its consumers still look, as long as a file is on its way, and would take the rest of a file that was
 * just left for the next start.
 */
public final class SettledFiles implements GenericFileExclusiveReadLockStrategy<File> {

    /** A file that is taken is open, and waits for the CRM. */
    private static final int MOST_AT_ONCE = 4;

    private static final long FORGET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Duration quiet;
    private final LongSupplier nanoClock;
    private final Map<Path, Sight> sights = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private volatile long forgotten;

    /**
     * @param quiet how long a file must not have changed to count as complete
     * @param nanoClock {@link System#nanoTime()}
     */
    public SettledFiles(Duration quiet, LongSupplier nanoClock) {
        this.quiet = quiet;
        this.nanoClock = nanoClock;
        this.forgotten = nanoClock.getAsLong();
    }

    /** How a file looked, and since when. */
    private record Sight(long size, long time, long since) {

        boolean isOf(File file) {
            return file.length() == size && file.lastModified() == time;
        }
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        return !exchange.getContext().isStopping()
                && taken.size() < MOST_AT_ONCE
                && isSettled(file.getFile().toPath())
                && taken.add(exchange.getExchangeId());
    }

    boolean isSettled(Path path) {
        File file = path.toFile();
        long now = nanoClock.getAsLong();
        forgetVanished(now);
        Sight sight = sights.compute(
                path,
                (same, before) -> before != null && before.isOf(file)
                        ? before
                        : new Sight(file.length(), file.lastModified(), now));
        boolean settled = now - sight.since() >= quiet.toNanos();
        if (settled) {
            sights.remove(path);
        }
        return settled;
    }

    /** Not at every look: thousands of files may lie in the inbox, and each of them is looked at in turn. */
    private void forgetVanished(long now) {
        if (now - forgotten >= FORGET_NANOS) {
            sights.keySet().removeIf(seen -> !seen.toFile().exists());
            forgotten = now;
        }
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {}

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        taken.remove(exchange.getExchangeId());
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        taken.remove(exchange.getExchangeId());
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        taken.remove(exchange.getExchangeId());
    }

    @Override
    public void setTimeout(long timeout) {}

    @Override
    public void setCheckInterval(long checkInterval) {}

    @Override
    public void setReadLockLoggingLevel(LoggingLevel readLockLoggingLevel) {}

    @Override
    public void setMarkerFiler(boolean markerFile) {}

    @Override
    public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {}
}
