package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedPortions.Outcome;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the feeds of one sync bring into a CRM, a portion at a time, by the routes that also write the portions of runs.
 * The journal, rejects and limits are those of the run to which a portion belongs.
 */
final class FeedWriter extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final RunTools tools;
    private final OneAtATime writing;
    private final FeedRuns runs;
    private final FeedPause pause;
    private final Supplier<Lookups> lookups;
    private final PortionSending portions;
    private final BooleanSupplier stopping;
    private final Map<String, Function<Row, RowTarget>> targets = new HashMap<>();
    private InterruptedRun earlier;
    private Optional<TakenOver> takenOver = Optional.empty();
    private boolean settled;
    private String described = "";
    private String said = "";

    /**
     * @param writing lets one portion or run at a time write
     * @param lookups finds the records that the rows of a portion refer to
     * @param stopping whether the application stops
     */
    FeedWriter(
            RunTools tools,
            OneAtATime writing,
            FeedRuns runs,
            FeedPause pause,
            Supplier<Lookups> lookups,
            PortionSending portions,
            BooleanSupplier stopping) {
        this.tools = tools;
        this.writing = writing;
        this.runs = runs;
        this.pause = pause;
        this.lookups = lookups;
        this.portions = portions;
        this.stopping = stopping;
    }

    @Override
    protected void doStart() {
        SyncDefinition sync = tools.sync();
        earlier = InterruptedRun.ofRecords(
                tools.store().journal(),
                Stream.of(Run.Kind.LOAD, Run.Kind.FEED)
                        .flatMap(kind -> tools.store().runs().last(sync.name(), kind).stream())
                        .toList());
        runs.begin(sync.start() == SyncDefinition.Start.BEGINNING);
    }

    /** The modules of a sync by which records move, each behind those to which it refers; a failure of the CRM is thrown. */
    List<String> order() {
        return tools.migration().orElseThrow().order();
    }

    /** What has changed up to now is written whatever the limits. No portion is being written. */
    Run approve() {
        pause.over();
        return runs.approve();
    }

    /** Returns when as many as possible are done with. */
    Outcome write(List<FeedRecord> records) throws InterruptedException {
        Runnable release = writing.beginPortion();
        int done = 0;
        try {
            while (done < records.size()) {
                List<FeedRecord> portion = alike(records.subList(done, records.size()));
                FeedRuns.Place place = runs.next(runs.isCounted(portion.get(0)), portion.size());
                Outcome outcome = write(portion, place);
                done += outcome.done();
                if (outcome.done() < portion.size()) {
                    return new Outcome(done, outcome.message());
                }
            }
            pause.over();
            said = "";
            return new Outcome(done, Optional.empty());
        } catch (RuntimeException e) {
            return new Outcome(done, Optional.of(waiting(Sentence.of(e))));
        } finally {
            release.run();
        }
    }

    /** The first of them that the limits count, or do not count, and are for one module. */
    private List<FeedRecord> alike(List<FeedRecord> records) {
        boolean counted = runs.isCounted(records.get(0));
        int size = 1;
        while (size < records.size() && runs.isCounted(records.get(size)) == counted) {
            size++;
        }
        return records.subList(0, size);
    }

    private Outcome write(List<FeedRecord> records, FeedRuns.Place place) {
        FeedPass pass = new FeedPass(
                new WritePass(tools, place.run(), Optional.empty(), earlier, stopping), FeedAllowance.of(tools, place));
        describe(place.run());
        List<Row> rows = FeedRecord.rows(tools, records, place.first());
        prepare(rows);
        RowChunks chunks = new RowChunks(
                new FeedRows(rows),
                0,
                row -> targets.computeIfAbsent(row.module().orElseThrow(), this::target)
                        .apply(row),
                records.get(0).module(),
                () -> false);
        Lookups found = lookups.get();
        long last = place.first() - 1;
        while (chunks.hasNext()) {
            Chunk chunk = chunks.next();
            Optional<String> failure = portions.send(chunk, pass, found);
            if (failure.isPresent()) {
                return new Outcome((int) (last - place.first() + 1), failure.map(this::waiting));
            }
            if (!pass.held().isEmpty()) {
                long first = pass.held().first().number();
                return new Outcome((int) (first - place.first()), Optional.of(pause.held(place.run())));
            }
            last = chunk.lastRow();
        }
        tools.migration().ifPresent(moving -> {
            WritePass writing = pass.writing().orElseThrow();
            moving.extras(new FeedRows(rows), writing);
            moving.followUp(writing, rows);
            moving.news().forEach(note -> LOG.warn("{}: {}.", tools.sync().name(), note));
        });
        return new Outcome(records.size(), Optional.empty());
    }

    /** Finds out what has become of rows before, or is there without them. */
    private void prepare(List<Row> rows) {
        if (tools.migration().isEmpty()) {
            return;
        }
        Migration moving = tools.migration().get();
        if (!settled) {
            moving.settle(doubtful()).forEach(earlier::found);
            settled = true;
        }
        moving.recognize(rows);
        takenOver = Optional.of(moving.takenOver());
        targets.clear();
        moving.takeOver(takenOver.get(), new FeedRows(rows), this::mapping);
    }

    private DoubtfulCreates doubtful() {
        return new DoubtfulCreates(tools.store().journal(), tools.targets()::of, stopping);
    }

    private RowMapping mapping(String module) {
        return tools.mapper()
                .of(
                        tools.sync().part(module),
                        tools.targets().of(module).description(),
                        tools.source().orElseThrow().of(module));
    }

    /** Says why records wait, once although it comes with each poll. */
    private String waiting(String why) {
        described = "";
        if (!why.equals(said)) {
            LOG.error(
                    "{}: records wait, and are tried again with each poll: {}",
                    tools.sync().name(),
                    why);
            said = why;
        }
        return why;
    }

    /** Once for each run, and after a failure, since an administrator may have changed a module. */
    private void describe(Run run) {
        if (!described.equals(run.id())) {
            targets.clear();
            tools.targets().describe();
            described = run.id();
        }
    }

    private Function<Row, RowTarget> target(String module) {
        RejectedBefore rejected = new RejectedBefore(tools.sync().name(), tools.store(), doubtful());
        return new RowTargets(
                module,
                mapping(module),
                takenOver
                        .map(taken -> tools.migration().orElseThrow().records(module, taken))
                        .orElseGet(() -> new KeyedRecords(
                                module, tools.sync().part(module).match(), Optional.empty(), rejected)),
                rejected,
                Optional.empty(),
                Optional.empty(),
                tools.deleted());
    }

    /** With the context: the routes have stopped before. */
    @Override
    protected void doStop() {
        runs.stop();
    }
}
