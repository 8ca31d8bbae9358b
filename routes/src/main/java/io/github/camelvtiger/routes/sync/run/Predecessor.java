package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.Runs;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sync for whose last success another one waits, if its file says {@code after}. */
public final class Predecessor {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final long LOOK_MILLIS = 1000;

    private final Runs runs;
    private final String sync;
    private final Optional<String> name;

    /**
     * @param sync the one that waits
     * @param name the one for which it does
     */
    public Predecessor(Runs runs, String sync, Optional<String> name) {
        this.runs = runs;
        this.sync = sync;
        this.name = name;
    }

    /** Why the sync must not begin yet, in one sentence; empty if it may. */
    public Optional<String> hindrance() {
        return name.flatMap(this::hindrance);
    }

    private Optional<Run> last(String before) {
        return Stream.of(Run.Kind.RUN, Run.Kind.LOAD, Run.Kind.FEED)
                .flatMap(kind -> runs.last(before, kind).stream())
                .max(Comparator.comparing(Run::started));
    }

    private Optional<String> hindrance(String before) {
        Optional<Run> last = last(before);
        if (last.isEmpty()) {
            return Optional.of("It waits for the sync " + before + ", which has not run yet.");
        }
        return isWell(last.get())
                ? Optional.empty()
                : Optional.of("It waits for the sync " + before + ", whose last run, "
                        + last.get().id() + ", " + state(last.get()) + ".");
    }

    /** A feed that has loaded what there was is always on its way. */
    private static boolean isWell(Run run) {
        return run.state() == Run.State.DONE || run.kind() == Run.Kind.FEED;
    }

    private static String state(Run run) {
        return switch (run.state()) {
            case RUNNING -> "is at work";
            case STOPPED -> "was stopped by its limits";
            case INTERRUPTED -> "was interrupted";
            case DONE, FAILED, EXPIRED -> "failed";
        };
    }

    /**
     * Returns when the sync may begin.
     *
     * @param waits whether to wait until then
     * @param stopping whether not to wait any longer
     * @throws RunRefusedException if it may not and this is not to wait
     * @throws CancellationException if the application stops
     */
    public void await(boolean waits, BooleanSupplier stopping) throws InterruptedException {
        Optional<String> hindrance = hindrance();
        if (hindrance.isEmpty()) {
            return;
        }
        if (!waits) {
            throw new RunRefusedException(hindrance.get());
        }
        LOG.info("{}: {}", sync, hindrance.get());
        while (hindrance().isPresent()) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("The sync was stopped while it waited.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
