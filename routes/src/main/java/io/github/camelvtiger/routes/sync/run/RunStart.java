package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.Retries;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Decides how a run begins: a new one, an interrupted one that goes on, another try of rejects, or none because everything is
 * done.
 */
public final class RunStart {

    static final Duration PLAN_HOLDS = Duration.ofHours(24);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** Opens a file of a format. */
    public interface Reading {
        RowReader open(Path file, Format format) throws IOException;
    }

    /** Opens what a run is to read, when it is its turn. */
    interface Opening {
        /** Empty if nothing waits any more: the run before has taken it. */
        Optional<RunSource> of(RunRequest request) throws IOException;
    }

    /** Makes records of rows. */
    public interface Mapper {
        RowMapping of(SyncPart part, ModuleDescription module, List<String> columns);
    }

    private final RunTools tools;
    private final Opening opening;
    private final OneAtATime writing;
    private final Optional<Supplier<Run>> approval;

    /**
     * @param writing lets one run at a time write
     * @param approval lets what waits pass the limits once; empty for a sync that begins no writes by itself
     */
    RunStart(RunTools tools, Opening opening, OneAtATime writing, Optional<Supplier<Run>> approval) {
        this.tools = tools;
        this.opening = opening;
        this.writing = writing;
        this.approval = approval;
    }

    /**
     * @param parts of the sync, which may be about to be taken out
     * @throws java.util.concurrent.CancellationException if no run of the sync is to begin any more, and this one would have waited
     * @throws BadPlanException if a plan is to be applied that does not hold any more
     * @throws RunRefusedException if another run of the sync writes, or the sync for which this one waits has not been done well,
     *     and this one is not to wait
     * @throws io.github.camelvtiger.client.VtigerException if the CRM cannot be asked about the module
     */
    SyncRun begin(RunRequest request, SyncParts parts) throws IOException, InterruptedException {
        if (request.mode() == Mode.PLAN) {
            RunSource source = opening.of(request).orElseThrow();
            tools.targets().describe();
            String id =
                    tools.sync().name() + "-plan-" + STAMP.format(tools.clock().instant());
            return new SyncRun(
                    id, new RunPasses(tools, request, source, id, Optional.empty(), parts::isEnding), () -> {});
        }
        request.requireOpen(parts);
        if (approval.isEmpty()) {
            tools.predecessor().await(request.waits(), parts::isClosed);
        }
        // The portions of a feed are short, and a retry waits for its turn between them.
        Runnable release = writing.begin(request.waits() || approval.isPresent());
        BooleanSupplier ending = () -> parts.isEnding() || writing.isLost();
        try {
            // It may have waited for long.
            request.requireOpen(parts);
            if (approval.isPresent() && request.mode() == Mode.RUN) {
                return over(
                        approval.get().get().id(),
                        RunReport.Outcome.APPROVED,
                        "what has changed in the source up to now is written whatever the limits.",
                        release);
            }
            if (request.mode().isRetry()) {
                return beginRetry(request, release, ending);
            }
            Optional<RunSource> source = opening.of(request);
            return source.isPresent()
                    ? begin(request, source.get(), release, ending)
                    : over("", RunReport.Outcome.KNOWN, "nothing waits any more.", release);
        } catch (IOException | RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private SyncRun begin(RunRequest request, RunSource source, Runnable release, BooleanSupplier stopping)
            throws IOException {
        SyncDefinition sync = tools.sync();
        if (!source.isOnce()) {
            tools.store().runs().endLeft(sync.name(), Run.Kind.RUN);
        }
        Optional<Run> before = tools.store().runs().lastOf(sync.name(), source.identity());
        boolean fromTheStart = request.mode() == Mode.RUN && request.again() || !source.isOnce();
        Optional<Run> resumed = before.filter(run ->
                !fromTheStart && run.state().isResumed() && run.syncSha256().equals(sync.sha256()));
        if (!request.again()
                && source.isOnce()
                && resumed.isEmpty()
                && before.filter(RunStart::isDone).isPresent()) {
            return over(
                    before.get().id(),
                    RunReport.Outcome.KNOWN,
                    "the same content was read before by the run "
                            + before.get().id() + "; to read it again, use --again.",
                    release);
        }
        tools.targets().describe();
        if (request.plan().isPresent()) {
            requireHolds(request.plan().get(), source.identity());
        }
        resumed.ifPresent(run -> tools.store().runs().resume(run.id()));
        Run run = resumed.orElseGet(() -> begun(Run.Kind.RUN, source.name(), source.identity()));
        writing.named(run.id());
        return new SyncRun(
                run.id(), new RunPasses(tools, request, source, run.id(), Optional.of(run), stopping), release);
    }

    /** There is nothing to do. */
    private static SyncRun over(String run, RunReport.Outcome outcome, String because, Runnable release) {
        SyncRun over = new SyncRun(run, NONE, release);
        over.end(outcome, because);
        return over;
    }

    private Run begun(Run.Kind kind, String source, String identity) {
        SyncDefinition sync = tools.sync();
        return tools.store()
                .runs()
                .begin(
                        sync.name(),
                        kind,
                        source,
                        identity,
                        sync.sha256(),
                        tools.connection().get());
    }

    private SyncRun beginRetry(RunRequest request, Runnable release, BooleanSupplier stopping) {
        String sync = tools.sync().name();
        Retries retries = tools.store().retries();
        boolean due = request.mode() == Mode.RETRY_DUE;
        long number = due ? retries.numberDue(sync) : tools.store().rejects().numberOpen(sync);
        if (number == 0) {
            return over(
                    "",
                    RunReport.Outcome.KNOWN,
                    "no rejected row of " + sync + (due ? " is due." : " waits."),
                    release);
        }
        tools.store().runs().endLeft(sync, Run.Kind.RETRY);
        Run run = begun(
                Run.Kind.RETRY, number + (number == 1 ? " rejected row" : " rejected rows"), RejectsSource.IDENTITY);
        writing.named(run.id());
        // Before anything can fail, so that a cause that lasts is not met again at once.
        retries.take(sync, run.id(), due);
        try {
            tools.targets().describe();
            RunSource source = new RejectsSource(retries, run.id(), run.source());
            return new SyncRun(
                    run.id(), new RunPasses(tools, request, source, run.id(), Optional.of(run), stopping), release);
        } catch (RuntimeException e) {
            tools.store().runs().end(run.id(), Run.State.FAILED, e.getMessage());
            throw e;
        }
    }

    private static boolean isDone(Run run) {
        return run.state() == Run.State.DONE;
    }

    private void requireHolds(Path plan, String sha256) throws IOException {
        PlanFile.Reader.counts(plan);
        PlanHeader header;
        try (PlanFile.Reader reader = new PlanFile.Reader(plan)) {
            header = reader.header();
        }
        SyncDefinition sync = tools.sync();
        require(header.sync().equals(sync.name()), plan, "is of the sync " + header.sync());
        require(header.syncSha256().equals(sync.sha256()), plan, "was made before the sync file was changed");
        require(header.sourceSha256().equals(sha256), plan, "was made of a file with other content");
        require(header.connection().equals(tools.connection().get()), plan, "was made for " + header.connection());
        require(
                header.made().plus(PLAN_HOLDS).isAfter(tools.clock().instant()),
                plan,
                "was made at " + header.made() + ", more than a day ago");
    }

    private static void require(boolean holds, Path plan, String fault) {
        if (!holds) {
            throw new BadPlanException("The plan " + plan + " " + fault + "; make another one with 'sync plan'.");
        }
    }

    /** Of a run for which there is nothing to do. */
    private static final SyncRun.Passes NONE = new SyncRun.Passes() {

        @Override
        public boolean plans() {
            return false;
        }

        @Override
        public boolean writes() {
            return false;
        }

        @Override
        public PlanPass plan(Path file) {
            throw new IllegalStateException("The run does not plan.");
        }

        @Override
        public WritePass write(Optional<Path> plan) {
            throw new IllegalStateException("The run does not write.");
        }

        @Override
        public long rows() {
            return 0;
        }

        @Override
        public RowChunks rows(Pass pass) {
            throw new IllegalStateException("The run does not read.");
        }

        @Override
        public void written(Pass pass) {
            throw new IllegalStateException("The run does not write.");
        }

        @Override
        public Optional<String> note() {
            return Optional.empty();
        }

        @Override
        public void over(RunReport.Outcome outcome) {}
    };
}
