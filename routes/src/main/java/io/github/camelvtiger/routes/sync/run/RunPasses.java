package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The passes of one run through its source. */
final class RunPasses implements SyncRun.Passes {

    private final RunTools tools;
    private final RunRequest request;
    private final RunSource source;
    private final String id;
    private final Optional<Run> run;
    private final ModuleDescription module;
    private final BooleanSupplier stopping;
    private final DoubtfulCreates doubtful;
    private Optional<InterruptedRun> earlier = Optional.empty();
    private Optional<PlannedRows> planned = Optional.empty();

    /**
     * @param id of the run, or of the plan
     * @param run empty if nothing is written
     * @param module of the target, as the CRM describes it now
     */
    RunPasses(
            RunTools tools,
            RunRequest request,
            RunSource source,
            String id,
            Optional<Run> run,
            ModuleDescription module,
            BooleanSupplier stopping) {
        this.tools = tools;
        this.request = request;
        this.source = source;
        this.id = id;
        this.run = run;
        this.module = module;
        this.stopping = stopping;
        this.doubtful = new DoubtfulCreates(tools.store().journal(), same -> tools.target(), stopping);
    }

    private SyncPart part() {
        return tools.sync().part(module.name());
    }

    @Override
    public boolean plans() {
        boolean limited = tools.sync().limits().changes().isPresent()
                || tools.sync().limits().deletes().isPresent();
        boolean resumed = run.isPresent() && run.get().position() > 0;
        return request.mode() == Mode.PLAN
                || request.mode() != Mode.APPLY && limited && !request.approved() && !resumed;
    }

    @Override
    public boolean writes() {
        return request.mode() != Mode.PLAN;
    }

    @Override
    public PlanPass plan(Path file) throws IOException {
        PlanHeader header = new PlanHeader(
                id,
                tools.sync().name(),
                tools.sync().sha256(),
                source.name(),
                source.identity(),
                tools.connection().get(),
                tools.clock().instant());
        return new PlanPass(new PlanFile.Writer(file, header), name -> part().match());
    }

    @Override
    public WritePass write(Optional<Path> plan) throws IOException {
        Run begun = run.orElseThrow();
        InterruptedRun left = new InterruptedRun(tools.store().journal(), begun);
        if (part().match().isEmpty()) {
            findCreated(left);
        }
        earlier = Optional.of(left);
        planned = plan.isPresent() ? Optional.of(new PlannedRows(new PlanFile.Reader(plan.get()))) : Optional.empty();
        return new WritePass(tools.store(), begun, planned, left, tools.executor());
    }

    private void findCreated(InterruptedRun left) {
        for (JournalledWrite write : left.doubtful()) {
            if (DoubtfulCreates.isOne(write) && doubtful.find(write).isPresent()) {
                left.found(write);
            }
        }
    }

    @Override
    public long rows() throws IOException {
        long rows = 0;
        try (RowReader reader = source.open()) {
            while (reader.hasNext()) {
                reader.next();
                rows++;
            }
        } catch (BadFileException e) {
            // Those before the fault are taken; the pass that comes to it says so.
        }
        long total = rows;
        run.ifPresent(each -> tools.store().runs().hasRows(each.id(), total));
        return rows;
    }

    @Override
    public RowChunks rows(Pass pass) throws IOException {
        RowReader reader = source.open();
        try {
            Optional<Marks> marks = tools.target().takesMarks()
                    ? Optional.of(new Marks(tools.sync().name(), source.identity()))
                    : Optional.empty();
            boolean writing = pass instanceof WritePass;
            if (writing) {
                tools.store().runs().reads(id, reader.columns());
            }
            return new RowChunks(
                    reader,
                    pass.after(),
                    new RowTargets(
                            module.name(),
                            part().match(),
                            mapping(reader),
                            marks,
                            new RejectedBefore(tools.sync().name(), tools.store(), doubtful),
                            writing ? earlier : Optional.empty(),
                            writing ? planned : Optional.empty()),
                    stopping);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private Function<Row, MappedRow> mapping(RowReader reader) {
        Map<List<String>, Function<Row, MappedRow>> mappings = new HashMap<>();
        mappings.put(reader.columns(), tools.mapper().of(part(), module, reader.columns()));
        return row -> mappings.computeIfAbsent(
                        source.columns(reader, row), columns -> tools.mapper().of(part(), module, columns))
                .apply(row);
    }
}
