package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.run.RunRefusedException;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a record of a feed, or of a full export, when a step of its routes fails. */
public final class ExportFailures {

    /** How the templates call it. */
    public static final String NAME = "syncExportFailures";

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** Whether a module may be read again from the start; a command says at once that the CRM does not answer. */
    public boolean mayWait(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @ExchangeProperty("syncRequest") RunRequest request,
            @ExchangeProperty("syncSteps") ExportSteps steps,
            @ExchangeProperty("syncExport") ExportRun run) {
        boolean goesOn = run == null ? !steps.isClosed() : !run.isStopping();
        return goesOn
                && request.waits()
                && (failure instanceof TransportException
                        || failure instanceof RateLimitedException
                        || failure instanceof ServerFailureException);
    }

    /** The export ends; where it has not begun, the answer is a report already. */
    public void ofExport(
            @ExchangeProperty("syncExport") ExportRun run,
            @ExchangeProperty("syncName") String sync,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            Exchange exchange) {
        if (run != null) {
            run.fail(Sentence.of(failure));
            return;
        }
        RunReport.Outcome outcome = failure instanceof RunRefusedException
                ? RunReport.Outcome.REFUSED
                : failure instanceof CancellationException ? RunReport.Outcome.INTERRUPTED : RunReport.Outcome.FAILED;
        exchange.getMessage()
                .setBody(new RunReport(
                        "",
                        sync,
                        outcome,
                        RunCounts.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Sentence.of(failure))));
    }

    /** The module is read again later. */
    public void ofWholeModule(
            @ExchangeProperty("syncModules") AllModules modules,
            @ExchangeProperty("syncModule") String module,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        modules.failed(module, failure);
    }

    /** The record comes again. */
    public void ofRecord(
            @Header(VtigerConstants.RECORD_ID) String id,
            @ExchangeProperty(Exchange.FAILURE_ROUTE_ID) String route,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        LOG.error(
                "{}: The record {} could not be written, so the next poll tries it again: {}",
                route,
                id,
                Sentence.of(failure));
    }
}
