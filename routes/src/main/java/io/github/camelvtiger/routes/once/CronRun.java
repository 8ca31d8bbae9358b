package io.github.camelvtiger.routes.once;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The run of a sync with a cron, made now. While another run of it is at work, or the sync for which it waits, it is asked for again. */
public final class CronRun implements Leftover {

    private static final Logger LOG = LoggerFactory.getLogger("once");

    private final SyncWork syncs;
    private final String sync;
    private final BooleanSupplier givenUp;
    private boolean done;
    private boolean failed;

    /** @param givenUp whether what the sync waits for will not come by itself */
    public CronRun(SyncWork syncs, String sync, BooleanSupplier givenUp) {
        this.syncs = syncs;
        this.sync = sync;
        this.givenUp = givenUp;
    }

    @Override
    public Optional<String> left() {
        if (done) {
            return Optional.empty();
        }
        RunReport report = syncs.run(sync, RunRequest.export());
        if (report.outcome() == RunReport.Outcome.REFUSED && !givenUp.getAsBoolean()) {
            return Optional.of("the sync " + sync + " ("
                    + report.message().orElse("refused").replaceAll("\\.$", "") + ")");
        }
        done = true;
        failed = report.outcome() != RunReport.Outcome.DONE;
        if (failed) {
            LOG.error("The sync {} {}", sync, report);
        }
        return Optional.empty();
    }

    /** The sync that it is of. */
    public String sync() {
        return sync;
    }

    /** Whether it has been made, or given up. */
    public boolean isDone() {
        return done;
    }

    /** Whether it did not get to its end. */
    public boolean failed() {
        return failed;
    }
}
