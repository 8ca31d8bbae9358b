package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The passes of one run through its source. */
final class RunPasses implements SyncRun.Passes {

    private final RunTools tools;
    private final RunRequest request;
    private final RunSource source;
    private final String id;
    private final Optional<Run> run;
    private final BooleanSupplier stopping;
    private final DoubtfulCreates doubtful;
    private Optional<TakenOver> takenOver = Optional.empty();
    private Optional<String> verified = Optional.empty();
    private Optional<InterruptedRun> earlier = Optional.empty();
    private Optional<PlannedRows> planned = Optional.empty();
    private Optional<MissingRows> missing = Optional.empty();
    private final Set<String> unknown = new LinkedHashSet<>();
    private Optional<RowReader> read = Optional.empty();

    /**
     * @param id of the run, or of the plan
     * @param run empty if nothing is written
     */
    RunPasses(
            RunTools tools,
            RunRequest request,
            RunSource source,
            String id,
            Optional<Run> run,
            BooleanSupplier stopping) {
        this.tools = tools;
        this.request = request;
        this.source = source;
        this.id = id;
        this.run = run;
        this.stopping = stopping;
        this.doubtful = new DoubtfulCreates(tools.store().journal(), tools.targets()::of, stopping);
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
        return new PlanPass(
                new PlanFile.Writer(file, header),
                name -> tools.sync().part(name).match(),
                name -> tools.targets().described(name).orElseThrow().idPrefix(),
                tools.sync().parts().stream()
                        .flatMap(part -> part.fields().values().stream())
                        .flatMap(rule -> rule.reference().stream())
                        .collect(Collectors.toSet()));
    }

    @Override
    public WritePass write(Optional<Path> plan) throws IOException {
        Run begun = run.orElseThrow();
        InterruptedRun left = InterruptedRun.ofRows(tools.store().journal(), begun);
        findCreated(left);
        tools.migration().ifPresent(moving -> moving.settle(doubtful).forEach(left::found));
        earlier = Optional.of(left);
        planned = plan.isPresent() ? Optional.of(new PlannedRows(new PlanFile.Reader(plan.get()))) : Optional.empty();
        return new WritePass(tools, begun, planned, left, stopping);
    }

    private void findCreated(InterruptedRun left) {
        for (JournalledWrite write : left.doubtful()) {
            boolean marked = tools.sync().part(write.module()).match().isEmpty() && DoubtfulCreates.isOne(write);
            if (marked) {
                doubtful.find(write).ifPresent(record -> left.found(write.of(record)));
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
        RowReader reader = opened();
        read = Optional.of(reader);
        try {
            boolean writing = pass instanceof WritePass;
            if (writing) {
                tools.store().runs().reads(id, reader.columns());
            }
            String any = tools.targets().first().name();
            Map<String, RowTargets> targets = new HashMap<>();
            // All of them now: a mapping that does not fit ends the run before its first row.
            takenOver = tools.migration().isPresent() ? Optional.of(takenOver()) : Optional.empty();
            tools.targets().modules().keySet().forEach(module -> targets.put(module, targets(module, reader, writing)));
            return new RowChunks(
                    reader,
                    pass.after(),
                    row -> targets.get(
                                    tools.targets().of(row.module().orElse(any)).name())
                            .apply(row),
                    any,
                    stopping);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public void over(RunReport.Outcome outcome) throws IOException {
        source.over(outcome);
    }

    /** Before the first row, so that each is known to be new, or not. */
    private TakenOver takenOver() throws IOException {
        Migration moving = tools.migration().orElseThrow();
        TakenOver taken = moving.takenOver();
        Map<String, RowMapping> mappings = new HashMap<>();
        try (RowReader rows = source.open()) {
            moving.takeOver(
                    taken,
                    rows,
                    module -> mappings.computeIfAbsent(
                            module, name -> mapping(tools.targets().of(name).description(), rows)));
        }
        return taken;
    }

    private RecordsOfRows records(TargetModule target, RejectedBefore rejected) {
        return takenOver
                .map(taken -> tools.migration().orElseThrow().records(target.name(), taken))
                .orElseGet(() -> new KeyedRecords(
                        target.name(),
                        tools.sync().part(target.name()).match(),
                        target.takesMarks()
                                ? Optional.of(Marks.ofSource(tools.sync().name(), source.identity()))
                                : Optional.empty(),
                        rejected));
    }

    @Override
    public void written(Pass pass) throws IOException {
        if (tools.migration().isPresent() && pass.writing().isPresent()) {
            try (RowReader rows = source.open()) {
                tools.migration().get().extras(rows, pass.writing().get());
            }
            tools.migration().get().followUp(pass.writing().get());
            verified = Optional.of(verified(pass.writing().get()));
        }
    }

    private String verified(WritePass pass) throws IOException {
        Migration moving = tools.migration().orElseThrow();
        MoveCheck check = new MoveCheck(moving.portions());
        Afterwards afterwards = new Afterwards(tools.store().journal());
        try (RowChunks chunks = rows(check)) {
            while (chunks.hasNext()) {
                MoveCheck.Portion portion = check.add(chunks.next());
                afterwards.note(id, portion.afterwards());
                moving.stocks(pass, portion.stocks());
            }
        }
        return check.sentence(module -> tools.targets().of(module).records());
    }

    private RowTargets targets(String module, RowReader reader, boolean writing) {
        TargetModule target = tools.targets().of(module);
        RejectedBefore rejected = new RejectedBefore(tools.sync().name(), tools.store(), doubtful);
        return new RowTargets(
                module,
                mapping(target.description(), reader),
                records(target, rejected),
                rejected,
                writing ? earlier : Optional.empty(),
                writing ? planned : Optional.empty(),
                tools.deleted());
    }

    private RowReader opened() throws IOException {
        RowReader reader = source.open();
        if (!(tools.sync().deletions() instanceof Deletions.Missing whole)
                || request.mode().isRetry()) {
            return reader;
        }
        TargetModule target = tools.targets().first();
        List<String> match = tools.sync().part(target.name()).match();
        MissingRows rows = new MissingRows(reader, target, whole.scope(), match, mapping(target.description(), reader));
        missing = Optional.of(rows);
        return rows;
    }

    @Override
    public Optional<String> note() {
        List<String> notes = new ArrayList<>();
        missing.flatMap(MissingRows::note).ifPresent(notes::add);
        if (!unknown.isEmpty()) {
            notes.add("no field is called like "
                    + unknown.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                    + ", so " + (unknown.size() == 1 ? "that column was" : "those columns were") + " left out");
        }
        long empty = read.map(RowReader::emptyRows).orElse(0L);
        if (empty > 0) {
            notes.add(empty == 1 ? "1 empty row was skipped" : empty + " empty rows were skipped");
        }
        tools.migration().map(Migration::notes).ifPresent(notes::addAll);
        verified.ifPresent(notes::add);
        return Optional.of(String.join("; ", notes)).filter(text -> !text.isEmpty());
    }

    private RowMapping noted(RowMapping mapping) {
        unknown.addAll(mapping.unknownColumns());
        return mapping;
    }

    private RowMapping mapping(ModuleDescription module, RowReader reader) {
        Function<List<String>, RowMapping> mapper =
                columns -> noted(tools.mapper().of(tools.sync().part(module.name()), module, columns));
        if (tools.source().isPresent()) {
            return mapper.apply(tools.source().get().of(module.name()));
        }
        return new MappingByColumns(row -> source.columns(reader, row), mapper).beginningWith(reader.columns());
    }
}
