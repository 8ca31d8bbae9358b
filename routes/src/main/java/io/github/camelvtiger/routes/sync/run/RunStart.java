package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.Settled;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides how a run begins: a new one, an interrupted one that goes on, or none because everything is done. */
public final class RunStart {

    private static final Duration PLAN_HOLDS = Duration.ofHours(24);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** Opens a file of a format. */
    public interface Reading {
        RowReader open(Path file, Format format) throws IOException;
    }

    /** Makes records of rows. */
    public interface Mapper {
        Function<Row, MappedRow> of(SyncPart part, ModuleDescription module, List<String> columns);
    }

    private final SyncDefinition sync;
    private final Format format;
    private final SyncStore store;
    private final TargetModule target;
    private final Reading reading;
    private final Mapper mapper;
    private final Supplier<String> connection;
    private final InstantSource clock;
    private final Executor executor;
    private final OneAtATime writing = new OneAtATime();

    /**
     * @param format of the files
     * @param connection url and user of the CRM
     * @param executor for the database
     */
    RunStart(
            SyncDefinition sync,
            Format format,
            SyncStore store,
            TargetModule target,
            Reading reading,
            Mapper mapper,
            Supplier<String> connection,
            InstantSource clock,
            Executor executor) {
        this.sync = sync;
        this.format = format;
        this.store = store;
        this.target = target;
        this.reading = reading;
        this.mapper = mapper;
        this.connection = connection;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * @param stopping whether the application stops
     * @throws BadPlanException if a plan is to be applied that does not hold any more
     * @throws RunRefusedException if another run of the sync writes and this one is not to wait
     * @throws io.github.camelvtiger.client.VtigerException if the CRM cannot be asked about the module
     */
    SyncRun begin(RunRequest request, BooleanSupplier stopping) throws IOException, InterruptedException {
        String sha256 = Sha256.of(request.file());
        if (request.mode() == Mode.PLAN) {
            String id = sync.name() + "-plan-" + STAMP.format(clock.instant());
            return new SyncRun(
                    id, new Work(request, sha256, id, Optional.empty(), target.description(), stopping), () -> {});
        }
        Runnable release = writing.begin(request.waits());
        try {
            return begin(request, sha256, release, stopping);
        } catch (IOException | RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private SyncRun begin(RunRequest request, String sha256, Runnable release, BooleanSupplier stopping)
            throws IOException {
        Optional<Run> before = store.runs().lastOf(sync.name(), sha256);
        boolean fromTheStart = request.mode() == Mode.RUN && request.again();
        Optional<Run> resumed = before.filter(run ->
                !fromTheStart && run.state().isResumed() && run.syncSha256().equals(sync.sha256()));
        if (!request.again()
                && resumed.isEmpty()
                && before.filter(RunStart::isDone).isPresent()) {
            SyncRun known = new SyncRun(before.get().id(), Work.NONE, release);
            known.end(
                    RunReport.Outcome.KNOWN,
                    "the same content was read before by the run "
                            + before.get().id() + "; to read it again, use --again.");
            return known;
        }
        ModuleDescription module = target.description();
        if (request.plan().isPresent()) {
            requireHolds(request.plan().get(), sha256);
        }
        resumed.ifPresent(run -> store.runs().resume(run.id()));
        Run run = resumed.orElseGet(() -> store.runs()
                .begin(
                        sync.name(),
                        Run.Kind.RUN,
                        request.file().getFileName().toString(),
                        sha256,
                        sync.sha256(),
                        connection.get()));
        writing.named(run.id());
        return new SyncRun(run.id(), new Work(request, sha256, run.id(), Optional.of(run), module, stopping), release);
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
        require(header.sync().equals(sync.name()), plan, "is of the sync " + header.sync());
        require(header.syncSha256().equals(sync.sha256()), plan, "was made before the sync file was changed");
        require(header.sourceSha256().equals(sha256), plan, "was made of a file with other content");
        require(header.connection().equals(connection.get()), plan, "was made for " + header.connection());
        require(
                header.made().plus(PLAN_HOLDS).isAfter(clock.instant()),
                plan,
                "was made at " + header.made() + ", more than a day ago");
    }

    private static void require(boolean holds, Path plan, String fault) {
        if (!holds) {
            throw new BadPlanException("The plan " + plan + " " + fault + "; make another one with 'sync plan'.");
        }
    }

    /** The passes of one run. */
    private final class Work implements SyncRun.Passes {

        static final SyncRun.Passes NONE = new NoPasses();

        private final RunRequest request;
        private final String sha256;
        private final String id;
        private final Optional<Run> run;
        private final ModuleDescription module;
        private final BooleanSupplier stopping;
        private Optional<InterruptedRun> earlier = Optional.empty();
        private Optional<PlannedRows> planned = Optional.empty();

        Work(
                RunRequest request,
                String sha256,
                String id,
                Optional<Run> run,
                ModuleDescription module,
                BooleanSupplier stopping) {
            this.request = request;
            this.sha256 = sha256;
            this.id = id;
            this.run = run;
            this.module = module;
            this.stopping = stopping;
        }

        private SyncPart part() {
            return sync.part(module.name());
        }

        @Override
        public boolean plans() {
            boolean limited = sync.limits().changes().isPresent()
                    || sync.limits().deletes().isPresent();
            boolean resumed = run.isPresent() && run.get().position() > 0;
            return request.mode() == Mode.PLAN
                    || request.mode() == Mode.RUN && limited && !request.approved() && !resumed;
        }

        @Override
        public boolean writes() {
            return request.mode() != Mode.PLAN;
        }

        @Override
        public PlanPass plan(Path file) throws IOException {
            PlanHeader header = new PlanHeader(
                    id,
                    sync.name(),
                    sync.sha256(),
                    request.file().getFileName().toString(),
                    sha256,
                    connection.get(),
                    clock.instant());
            return new PlanPass(new PlanFile.Writer(file, header), name -> part().match());
        }

        @Override
        public WritePass write(Optional<Path> plan) throws IOException {
            Run begun = run.orElseThrow();
            InterruptedRun left = new InterruptedRun(store.journal(), begun);
            findCreated(left);
            earlier = Optional.of(left);
            planned =
                    plan.isPresent() ? Optional.of(new PlannedRows(new PlanFile.Reader(plan.get()))) : Optional.empty();
            return new WritePass(store, begun, planned, left, executor);
        }

        /** Creates by a mark whose outcome is not known are looked for as long as a save may take. */
        private void findCreated(InterruptedRun left) {
            for (JournalledWrite write : left.doubtful()) {
                Object mark = write.sent().get("source");
                if (write.kind() == JournalledWrite.Kind.CREATE
                        && part().match().isEmpty()
                        && mark != null) {
                    Instant until = write.intended().plus(target.longestSave());
                    Optional<java.util.Map<String, Object>> found =
                            target.awaitMarked(mark.toString(), until, stopping);
                    if (found.isPresent()) {
                        store.journal()
                                .settle(List.of(Settled.written(
                                        write.id(),
                                        String.valueOf(found.get().get("id")),
                                        JournalNotes.kept(found.get(), write.sent(), write.stored()))));
                        left.found(write);
                    }
                }
            }
        }

        @Override
        public RowChunks rows(Pass pass) throws IOException {
            RowReader reader = reading.open(request.file(), format);
            try {
                Function<Row, MappedRow> mapping = mapper.of(part(), module, reader.columns());
                Optional<Marks> marks =
                        target.takesMarks() ? Optional.of(new Marks(sync.name(), sha256)) : Optional.empty();
                boolean writing = pass instanceof WritePass;
                return new RowChunks(
                        reader,
                        pass.after(),
                        new RowTargets(
                                module.name(),
                                part().match(),
                                mapping,
                                marks,
                                writing ? earlier : Optional.empty(),
                                writing ? planned : Optional.empty()),
                        stopping);
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        }
    }

    /** Of a run for which there is nothing to do. */
    private static final class NoPasses implements SyncRun.Passes {

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
        public RowChunks rows(Pass pass) {
            throw new IllegalStateException("The run does not read.");
        }
    }
}
