package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.message.IncomingMessage;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes messages into a CRM, one at a time, each in effect once: what an earlier delivery has written is in the journal, and a
 * create of which the journal knows the intent only is looked for by its mark.
 */
final class MessageWriter extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private static final long FIRST_PAUSE_MILLIS = 2_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 200;

    private final RunTools tools;
    private final OneAtATime writing;
    private final FeedRuns runs;
    private final FeedPause pause;
    private final Supplier<Lookups> lookups;
    private final PortionSending portions;
    private final BooleanSupplier stopping;
    private final DoubtfulCreates doubtful;
    private final Map<String, RowMapping> mappings = new HashMap<>();
    private volatile Runnable onApproval = () -> {};
    private String described = "";
    private String said = "";

    /**
     * @param writing lets one message or run at a time write
     * @param lookups finds the records that the rows of a message refer to
     * @param stopping whether the application stops
     */
    MessageWriter(
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
        this.doubtful = new DoubtfulCreates(tools.store().journal(), tools.targets()::of, stopping);
    }

    /** @param resume lets messages come again that were held */
    void onApproval(Runnable resume) {
        onApproval = resume;
    }

    @Override
    protected void doStart() {
        runs.begin(false);
    }

    /** What waits now is written whatever the limits. No message is being written. */
    Run approve() {
        pause.over();
        Run run = runs.approve();
        onApproval.run();
        return run;
    }

    /**
     * Returns when each row of the message is written, or in the rejects; while the CRM does not answer, it waits.
     *
     * @return in the order of the rows; for each row once per module
     * @throws HeldMessageException if limits do not allow it in this hour
     * @throws CancellationException if the application stops
     */
    List<RowResult> write(IncomingMessage message) throws InterruptedException, HeldMessageException {
        long next = FIRST_PAUSE_MILLIS;
        while (true) {
            Optional<List<RowResult>> results = tried(message);
            if (results.isPresent()) {
                said = "";
                return results.get();
            }
            await(next);
            next = Math.min(2 * next, LONGEST_PAUSE_MILLIS);
        }
    }

    private void await(long millis) throws InterruptedException {
        for (long waited = 0; waited < millis; waited += LOOK_MILLIS) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("The sync was stopped; the message comes again.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Empty if it is to be tried again. */
    private Optional<List<RowResult>> tried(IncomingMessage message) throws InterruptedException, HeldMessageException {
        List<FeedRecord> records = records(message);
        List<String> places = records.stream().map(FeedRecord::source).toList();
        Set<Long> sought = new HashSet<>();
        try {
            while (true) {
                // Others are written meanwhile: a create in doubt may have to be waited for.
                seek(inDoubt(known(places)), sought);
                Runnable release = writing.beginPortion();
                try {
                    // The same message may have been written while this one waited.
                    InterruptedRun earlier = known(places);
                    if (inDoubt(earlier).allMatch(write -> sought.contains(write.id()))) {
                        return written(records, earlier);
                    }
                } finally {
                    release.run();
                }
            }
        } catch (RuntimeException e) {
            waiting(Sentence.of(e));
            return Optional.empty();
        }
    }

    private static Stream<JournalledWrite> inDoubt(InterruptedRun earlier) {
        return earlier.doubtful().stream().filter(DoubtfulCreates::isOne);
    }

    private void seek(Stream<JournalledWrite> inDoubt, Set<Long> sought) {
        inDoubt.filter(write -> sought.add(write.id())).forEach(doubtful::find);
    }

    private List<FeedRecord> records(IncomingMessage message) {
        List<FeedRecord> records = new ArrayList<>();
        List<String> modules = new ArrayList<>(tools.targets().modules().keySet());
        for (String module : modules) {
            for (Row row : message.rows()) {
                records.add(new FeedRecord(
                        message.place(row, modules.size() > 1 ? Optional.of(module) : Optional.empty()),
                        module,
                        false,
                        message.sent().orElse(null),
                        row.cells(),
                        row.fault()));
            }
        }
        return records;
    }

    /** What earlier deliveries have written. */
    private InterruptedRun known(List<String> places) {
        return InterruptedRun.ofPlaces(tools.store().journal().at(tools.sync().name(), places));
    }

    private Optional<List<RowResult>> written(List<FeedRecord> records, InterruptedRun earlier)
            throws HeldMessageException {
        FeedRuns.Place place = runs.next(runs.isCounted(records.get(0)), records.size());
        describe(place.run());
        FeedPass limited = new FeedPass(
                new WritePass(tools, place.run(), Optional.empty(), earlier, stopping), FeedAllowance.of(tools, place));
        MessagePass pass = new MessagePass(limited, earlier);
        Map<String, RowTargets> targets = new HashMap<>();
        RowChunks chunks = new RowChunks(
                new FeedRows(FeedRecord.rows(tools, records, place.first())),
                0,
                row -> earlier.written(row).filter(this::isCounted).isPresent()
                        ? RowTarget.Nothing.SKIPPED
                        : targets.computeIfAbsent(row.module().orElseThrow(), module -> targets(module, earlier))
                                .apply(row),
                records.get(0).module(),
                () -> false);
        Lookups found = lookups.get();
        while (chunks.hasNext()) {
            Optional<String> failure = portions.send(chunks.next(), pass, found);
            if (failure.isPresent()) {
                waiting(failure.get());
                return Optional.empty();
            }
            if (!limited.held().isEmpty()) {
                throw new HeldMessageException(pause.held(place.run()));
            }
        }
        pause.over();
        return Optional.of(pass.results());
    }

    /** Whether the counts of a run have the write; of one that was killed they may not. */
    private boolean isCounted(JournalledWrite write) {
        return tools.store()
                .runs()
                .find(write.run())
                .filter(run -> run.position() >= write.row())
                .isPresent();
    }

    /** Once for each run, and after a failure, since an administrator may have changed a module. */
    private void describe(Run run) {
        if (!described.equals(run.id())) {
            mappings.clear();
            tools.targets().describe();
            described = run.id();
        }
    }

    private RowTargets targets(String module, InterruptedRun earlier) {
        SyncDefinition sync = tools.sync();
        TargetModule target = tools.targets().of(module);
        RejectedBefore rejected = new RejectedBefore(sync.name(), tools.store(), doubtful);
        return new RowTargets(
                module,
                mappings.computeIfAbsent(module, this::mapping),
                new KeyedRecords(
                        module,
                        sync.part(module).match(),
                        target.takesMarks() ? Optional.of(Marks.ofPlaces(sync.name())) : Optional.empty(),
                        rejected),
                rejected,
                Optional.of(earlier),
                Optional.empty(),
                tools.deleted());
    }

    private RowMapping mapping(String module) {
        boolean titled = ((Source.Uri) tools.sync().from()).format().kind().equals(Optional.of(Format.Kind.CSV));
        return new MappingByColumns(
                row -> titled ? List.copyOf(row.cells().keySet()) : List.of(), columns -> tools.mapper()
                        .of(
                                tools.sync().part(module),
                                tools.targets().of(module).description(),
                                columns));
    }

    /** Says why messages wait, once although each try has the same reason. */
    private synchronized void waiting(String why) {
        described = "";
        if (!why.equals(said)) {
            LOG.error(
                    "{}: a message waits, and is tried again: {}", tools.sync().name(), why);
            said = why;
        }
    }

    /** With the context: the routes have stopped before. */
    @Override
    protected void doStop() {
        runs.stop();
    }
}
