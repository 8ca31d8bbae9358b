package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchFailedException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.StoreException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a run when a step of its routes fails. */
public final class SyncFailures {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** Whether what was not done may be done later: the CRM did not answer, or asks to be asked later, or a table cannot be reached. */
    public boolean mayPass(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @ExchangeProperty("syncSteps") RunSteps steps) {
        return (steps == null || !steps.isEnding()) && mayPass(failure);
    }

    private static boolean mayPass(Exception failure) {
        return failure instanceof BatchFailedException failed
                ? failed.getResult().failed().stream().map(BatchItem::error).anyMatch(SyncFailures::isPassing)
                : isPassing(failure);
    }

    /** Whether a run may wait for the CRM before it has begun; a command says at once that it does not answer. */
    public boolean mayWait(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @ExchangeProperty("syncSteps") RunSteps steps,
            @Body Object request) {
        return (steps == null || !steps.isClosed())
                && request instanceof RunRequest asked
                && asked.waits()
                && isPassing(failure);
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof TransportException
                || failure instanceof RateLimitedException
                || failure instanceof StagedRowsException table && table.isPassing();
    }

    /** The run, or the portion of a feed, ends, and what was written stays. */
    public void ofPortion(
            @ExchangeProperty("syncRun") Ending run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @ExchangeProperty("syncSteps") RunSteps steps,
            Exchange exchange) {
        run.end(
                exchange.getContext().isStopping() || steps != null && steps.isEnding()
                        ? RunReport.Outcome.INTERRUPTED
                        : RunReport.Outcome.FAILED,
                sentence(failure));
    }

    /** Answers with a report. */
    public RunReport ofRun(
            @ExchangeProperty("syncRun") SyncRun run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @ExchangeProperty("syncSteps") RunSteps steps,
            Exchange exchange)
            throws java.io.IOException {
        if (run == null) {
            return report(
                    "",
                    isPassing(failure) && steps != null && steps.isClosed()
                            ? RunReport.Outcome.INTERRUPTED
                            : beforeItBegan(failure),
                    failure);
        }
        ofPortion(run, failure, steps, exchange);
        try {
            return steps.end(run);
        } catch (StoreException e) {
            // The store does not know that the run is over; the next one of the same source goes on with it all the
            // same.
            LOG.error("{}: {}", run.id(), e.getMessage());
            return report(run.id(), RunReport.Outcome.FAILED, e);
        }
    }

    private static RunReport.Outcome beforeItBegan(Exception failure) {
        if (failure instanceof CancellationException) {
            return RunReport.Outcome.INTERRUPTED;
        }
        return failure instanceof BadPlanException
                        || failure instanceof RunRefusedException
                        || failure instanceof NoSuchFileException
                ? RunReport.Outcome.REFUSED
                : RunReport.Outcome.FAILED;
    }

    private static RunReport report(String run, RunReport.Outcome outcome, Exception failure) {
        return new RunReport(
                run, "", outcome, RunCounts.NONE, Optional.empty(), Optional.empty(), Optional.of(sentence(failure)));
    }

    private static String sentence(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "There is no file " + failure.getMessage() + ".";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
