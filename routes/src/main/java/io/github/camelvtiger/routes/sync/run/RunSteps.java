package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.BatchFailedException;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the routes of one sync that are not Camel's or the component's, in the order in which the templates call
 * them: {@code begin}, then for each pass {@code plan} or {@code write}, for each portion {@code prepare} and {@code done},
 * then {@code planned} or {@code written}, and {@code end}.
 */
public final class RunSteps {

    /** The property with the pass of which a portion is. */
    static final String PASS = "syncPass";

    /** The property with what finds the records to which its rows refer. */
    static final String LOOKUPS = "syncLookups";

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncParts parts;
    private final SyncDefinition sync;
    private final SyncStore store;
    private final RunStart start;
    private final Path directory;
    private final LongSupplier records;
    private final Supplier<Lookups> lookups;
    private final LongSupplier nanoClock;
    private final Predecessor predecessor;

    /**
     * @param parts that are there as long as the sync is as it is
     * @param directory where plans are kept
     * @param records how many the target module has
     * @param lookups finds the records that the rows of a run refer to
     * @param nanoClock {@link System#nanoTime()}
     */
    RunSteps(
            SyncParts parts,
            SyncDefinition sync,
            SyncStore store,
            RunStart start,
            Path directory,
            LongSupplier records,
            Supplier<Lookups> lookups,
            LongSupplier nanoClock) {
        this.parts = parts;
        this.sync = sync;
        this.store = store;
        this.start = start;
        this.directory = directory;
        this.records = records;
        this.lookups = lookups;
        this.nanoClock = nanoClock;
        this.predecessor = new Predecessor(store.runs(), sync.name(), sync.after());
    }

    /** What tries the rejects again whose time has come; null if there are none. */
    public RunRequest retryOfDue() {
        return store.retries().numberDue(sync.name()) == 0
                        || parts.isClosed()
                        || predecessor.hindrance().isPresent()
                ? null
                : RunRequest.retry(true);
    }

    /** Finds out what is to be done; the run may be over with it. */
    public void begin(@Body RunRequest request, Exchange exchange) throws IOException, InterruptedException {
        exchange.setProperty("syncSteps", this);
        SyncRun run = start.begin(request, parts);
        exchange.setProperty("syncRun", run);
        exchange.setProperty("syncRequest", request);
    }

    /** Whether no run begins any more. */
    boolean isClosed() {
        return parts.isClosed();
    }

    /** Whether the run that is under way is to end. */
    boolean isEnding() {
        return parts.isEnding();
    }

    public void plan(
            @ExchangeProperty("syncRun") SyncRun run,
            @ExchangeProperty("syncRequest") RunRequest request,
            Exchange exchange)
            throws IOException {
        run.planTo(directory.resolve(run.id() + ".jsonl"));
        track(run, "planned", request, exchange);
    }

    private void track(SyncRun run, String doing, RunRequest request, Exchange exchange) throws IOException {
        exchange.setProperty(PASS, run.pass());
        // Of a pass of its own, since one that only plans finds records that are not there yet.
        exchange.setProperty(LOOKUPS, lookups.get());
        exchange.setProperty(
                "syncProgress", new RunProgress(doing, run.pass().after(), run.total(), request.watcher(), nanoClock));
    }

    /** The plan is made: it may be all that was asked for, or exceed a limit. */
    public void planned(@ExchangeProperty("syncRun") SyncRun run, @ExchangeProperty("syncRequest") RunRequest request)
            throws IOException {
        run.endPass();
        if (run.ended().isPresent()) {
            return;
        }
        if (request.mode() == Mode.PLAN) {
            run.done(RunReport.Outcome.PLANNED);
            return;
        }
        RunCounts planned = ((PlanPass) run.pass()).counts();
        LimitCheck.exceeded(sync.limits(), planned, records)
                .ifPresent(sentence -> run.end(RunReport.Outcome.STOPPED, sentence));
    }

    public void write(
            @ExchangeProperty("syncRun") SyncRun run,
            @ExchangeProperty("syncRequest") RunRequest request,
            Exchange exchange)
            throws IOException {
        run.write(request.plan());
        track(run, "written", request, exchange);
    }

    /** The portion as the component takes it. */
    public void prepare(
            @ExchangeProperty(PASS) Pass pass,
            @ExchangeProperty(LOOKUPS) Lookups lookups,
            @Body Chunk portion,
            Exchange exchange) {
        // That of a portion of the pass before.
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        Chunk chunk = lookups.resolved(portion, pass);
        WriteInterceptor interceptor = pass.interceptor(chunk);
        exchange.setProperty("syncChunk", chunk);
        exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, interceptor);
        exchange.getMessage().setBody(chunk.records());
        exchange.getMessage().setHeader(VtigerConstants.OPERATION, chunk.operation());
    }

    /** A portion succeeds although the CRM refuses rows of it. */
    public void done(
            @ExchangeProperty(PASS) Pass pass,
            @ExchangeProperty("syncProgress") RunProgress progress,
            @ExchangeProperty("syncChunk") Chunk chunk,
            @ExchangeProperty(VtigerConstants.WRITE_INTERCEPTOR) WriteInterceptor interceptor,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @Body Object body)
            throws IOException {
        BatchResult result = failure instanceof BatchFailedException failed
                ? failed.getResult()
                : body instanceof BatchResult written ? written : new BatchResult(List.of());
        pass.done(chunk, interceptor, result);
        if (progress != null) {
            progress.passed(chunk.size());
            progress.line().ifPresent(line -> LOG.info("{}: {}", sync.name(), line));
        }
    }

    public void written(@ExchangeProperty("syncRun") SyncRun run) throws IOException {
        run.written();
    }

    /** Answers with the report, after the run's end is kept. */
    public RunReport end(@ExchangeProperty("syncRun") SyncRun run) throws IOException {
        // The next run of the sync begins when this one's end is kept.
        try (run) {
            return report(run);
        }
    }

    private RunReport report(SyncRun run) {
        RunReport.Outcome outcome = run.ended().orElseThrow();
        store.runs()
                .find(run.id())
                .filter(each -> each.state() == Run.State.RUNNING)
                .ifPresent(each -> store.runs()
                        .end(each.id(), state(outcome), run.message().orElse(null)));
        Optional<Run> kept = store.runs().find(run.id());
        RunCounts counts = run.pass() instanceof PlanPass plan
                ? plan.counts()
                : kept.map(Run::counts).orElse(RunCounts.NONE);
        RunReport report =
                run.report(sync.name(), counts, kept.map(Run::position).orElse(0L) / modules());
        LOG.info("{}: {}", sync.name(), kept.map(each -> summary(each, report)).orElseGet(report::toString));
        return report;
    }

    /** Each has numbers of its own for the rows of a file. */
    private int modules() {
        return sync.to() instanceof Target.Crm crm ? crm.modules().size() : 1;
    }

    private static String summary(Run run, RunReport report) {
        return report.outcome() == RunReport.Outcome.KNOWN
                ? report.toString()
                : report.summary(run.source(), run.started(), run.ended());
    }

    private static Run.State state(RunReport.Outcome outcome) {
        return switch (outcome) {
            case PLANNED, DONE, KNOWN, APPROVED -> Run.State.DONE;
            case STOPPED -> Run.State.STOPPED;
            case INTERRUPTED -> Run.State.INTERRUPTED;
            case REFUSED, FAILED -> Run.State.FAILED;
        };
    }
}
