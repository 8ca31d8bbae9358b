package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.feed.UnreadRelations;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.rows.RowWriter;
import io.github.camelvtiger.routes.sync.rows.UnwritableRowException;
import io.github.camelvtiger.routes.sync.run.Mode;
import io.github.camelvtiger.routes.sync.run.OneAtATime;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.run.RunProgress;
import io.github.camelvtiger.routes.sync.run.RunRefusedException;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.store.Refusal;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the routes of a full export: {@code begin}, for each module {@code write}, then {@code end}. A
 * file gets its name when all records of its module are in it; an export that was interrupted is begun again from the start.
 */
public final class ExportSteps {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** After so many records it is said how far the export is. */
    private static final int PORTION = 100;

    private final SyncParts parts;
    private final SyncDefinition sync;
    private final SyncStore store;
    private final String connection;
    private final Supplier<SourceModules> modules;
    private final Function<List<String>, OptionalLong> number;
    private final Function<String, ModuleShapes> shapes;
    private final Function<String, RecordTarget> targets;
    private final Function<String, RecordExtras> extras;
    private final Function<List<String>, UnreadRelations> unread;
    private final Function<String, Optional<ModuleExport>> exports;
    private final OneAtATime writing;

    /**
     * @param parts that are there as long as the sync is as it is
     * @param connection url and user of the CRM
     * @param modules that are read, with a route for each; that the CRM cannot be asked for them is thrown
     * @param number how many records some modules have that are read; empty if the CRM does not say
     * @param shapes of a module
     * @param targets of a module
     * @param extras what is added to the records of a module
     * @param unread the relations of modules that the files do not have
     * @param exports writes the records of a module, if the target takes several at a time
     * @param writing lets one run at a time write
     */
    ExportSteps(
            SyncParts parts,
            SyncDefinition sync,
            SyncStore store,
            String connection,
            Supplier<SourceModules> modules,
            Function<List<String>, OptionalLong> number,
            Function<String, ModuleShapes> shapes,
            Function<String, RecordTarget> targets,
            Function<String, RecordExtras> extras,
            Function<List<String>, UnreadRelations> unread,
            Function<String, Optional<ModuleExport>> exports,
            OneAtATime writing) {
        this.parts = parts;
        this.sync = sync;
        this.store = store;
        this.connection = connection;
        this.modules = modules;
        this.number = number;
        this.shapes = shapes;
        this.targets = targets;
        this.extras = extras;
        this.unread = unread;
        this.exports = exports;
        this.writing = writing;
    }

    /** @throws RunRefusedException if the export is at work already and this one is not to wait, or a plan is asked for */
    public void begin(@Body RunRequest request, Exchange exchange) throws InterruptedException {
        if (request.mode() != Mode.RUN) {
            throw new RunRefusedException("The sync " + sync.name()
                    + " does not write to a CRM; there is a plan only of what goes into one.");
        }
        exchange.setProperty("syncSteps", this);
        request.requireOpen(parts);
        new Predecessor(store.runs(), sync.name(), sync.after()).await(request.waits(), parts::isClosed);
        SourceModules read = modules.get();
        Runnable release = writing.begin(request.waits());
        try {
            request.requireOpen(parts);
            OptionalLong total = number.apply(read.read());
            store.runs().endLeft(sync.name(), Run.Kind.RUN);
            Run run =
                    store.runs().begin(sync.name(), Run.Kind.RUN, SourceCrm.text(sync), "", sync.sha256(), connection);
            writing.named(run.id());
            total.ifPresent(rows -> store.runs().hasRows(run.id(), rows));
            ExportRun export = new ExportRun(
                    run.id(),
                    read.read(),
                    () -> parts.isEnding() || writing.isLost(),
                    release,
                    new RunProgress("exported", 0, total.orElse(-1), request.watcher(), System::nanoTime));
            read.omissions().ifPresent(export::note);
            exchange.setProperty("syncExport", export);
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    /** Whether no export begins any more. */
    boolean isClosed() {
        return parts.isClosed();
    }

    /** @param records of a module, read while they are taken */
    public void write(
            @ExchangeProperty("syncExport") ExportRun run,
            @Header(VtigerConstants.MODULE) String module,
            @Body Iterator<Map<String, Object>> records)
            throws IOException {
        Optional<ModuleExport> portions = exports.apply(module);
        if (portions.isPresent()) {
            done(run, module, portions.get().write(run, records));
            return;
        }
        RecordShape shape = shapes.apply(module).fresh();
        FileExport export = new FileExport(run, module, shape);
        RecordExtras added = extras.apply(module);
        RecordTarget into = targets.apply(module);
        Iterator<Map<String, Object>> complete =
                new CompletedRecords(records, added, id -> into.path(Map.of("run", run.id(), "id", id)));
        Optional<Path> whole = into.whole(run.id());
        RunCounts counts =
                whole.isPresent() ? export.allIntoOneFile(complete, whole.get()) : export.eachByItself(complete, into);
        done(run, module, counts);
        filesLeftOut(module, added).ifPresent(run::note);
    }

    private void done(ExportRun run, String module, RunCounts counts) {
        run.count(counts);
        store.runs().advance(run.id(), run.counts().rows(), counts);
        store.rejects().superseded(sync.name(), module, run.id());
    }

    private Optional<String> relationsLeftOut(ExportRun run) {
        try {
            return unread.apply(run.all()).summary();
        } catch (VtigerException e) {
            return Optional.of("which relations are left out is not known: " + e.getMessage());
        }
    }

    /** A backup says what it lacks. */
    private Optional<String> filesLeftOut(String module, RecordExtras added) {
        if (!AddedColumns.hasFiles(module) || !(sync.to() instanceof Target.Files)) {
            return Optional.empty();
        }
        return added.files().isEmpty()
                ? Optional.of("the files of Documents are left out; 'files: true' copies them")
                : added.files()
                        .map(DocumentFiles::missing)
                        .filter(missing -> missing > 0)
                        .map(missing -> "the CRM did not hand out " + (missing == 1 ? "one file" : missing + " files")
                                + " of Documents");
    }

    /** The records of one module on their way. */
    private final class FileExport {

        private final ExportRun run;
        private final String module;
        private final RecordShape shape;
        private long number;
        private long written;
        private long rejected;
        private long skipped;

        FileExport(ExportRun run, String module, RecordShape shape) {
            this.run = run;
            this.module = module;
            this.shape = shape;
        }

        RunCounts allIntoOneFile(Iterator<Map<String, Object>> records, Path file) throws IOException {
            try (RowWriter writer = new RowWriter(file, shape.layout(file, List.of()))) {
                while (records.hasNext()) {
                    take(records.next(), record -> writer.write(record.row()));
                }
                writer.finish();
            }
            LOG.info("{}: {} records of {} are in {}", sync.name(), written, module, file);
            return counts();
        }

        RunCounts eachByItself(Iterator<Map<String, Object>> records, RecordTarget each) throws IOException {
            while (records.hasNext()) {
                take(records.next(), record -> each.write(record, shape));
            }
            return counts();
        }

        private void take(Map<String, Object> record, RowSink sink) throws IOException {
            if (run.isStopping()) {
                throw new CancellationException("The sync was stopped; the next run begins again.");
            }
            if (number % PORTION == 0) {
                run.passed(number).ifPresent(line -> LOG.info("{}: {}", sync.name(), line));
            }
            number++;
            String id = String.valueOf(record.get("id"));
            MappedRow row = shape.map(number, id, record);
            if (row instanceof MappedRow.Skipped) {
                skipped++;
            } else if (row instanceof MappedRow.Rejected refused) {
                reject(id, record, refused.reason(), Reject.Cause.REFUSED);
            } else {
                try {
                    sink.write(new RecordTarget.Outgoing("exported", id, record, ((MappedRow.Record) row).fields()));
                    written++;
                } catch (UnwritableRowException e) {
                    reject(id, record, e.getMessage(), FeedSteps.cause(e));
                }
            }
        }

        private void reject(String id, Map<String, Object> record, String reason, Reject.Cause cause) {
            rejected++;
            store.rejects()
                    .add(
                            sync.name(),
                            run.id(),
                            new Refusal(
                                    run.reject(rejected),
                                    module + " " + id,
                                    Optional.empty(),
                                    record,
                                    reason,
                                    cause,
                                    Optional.empty()));
        }

        private RunCounts counts() {
            return new RunCounts(written, 0, 0, 0, rejected, skipped);
        }
    }

    private interface RowSink {
        void write(RecordTarget.Outgoing record) throws IOException;
    }

    /** Answers with the report, after the run's end is kept. */
    public RunReport end(@ExchangeProperty("syncExport") ExportRun run) {
        if (run.isWell()) {
            relationsLeftOut(run).ifPresent(run::note);
        }
        RunReport report = run.report(sync.name());
        try {
            store.runs().end(run.id(), state(report.outcome()), report.message().orElse(null));
        } finally {
            run.release();
        }
        LOG.info(
                "{}: {}",
                sync.name(),
                store.runs()
                        .find(run.id())
                        .map(each -> report.summary(each.source(), each.started(), each.ended()))
                        .orElseGet(report::toString));
        return report;
    }

    private static Run.State state(RunReport.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Run.State.DONE;
            case INTERRUPTED -> Run.State.INTERRUPTED;
            default -> Run.State.FAILED;
        };
    }
}
