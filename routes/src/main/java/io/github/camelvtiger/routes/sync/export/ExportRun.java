package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.run.RunProgress;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One full export on its way through its routes. */
public final class ExportRun {

    private final String id;
    private final List<String> modules;
    private final BooleanSupplier stopping;
    private final Runnable release;
    private final RunProgress progress;
    private RunCounts counts = RunCounts.NONE;
    private RunReport.Outcome outcome = RunReport.Outcome.DONE;
    private String message;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param stopping whether the application stops
     * @param release lets the next run of the sync begin
     */
    ExportRun(String id, List<String> modules, BooleanSupplier stopping, Runnable release, RunProgress progress) {
        this.id = id;
        this.modules = List.copyOf(modules);
        this.stopping = stopping;
        this.release = release;
        this.progress = progress;
    }

    public String id() {
        return id;
    }

    /** The modules, one after the other; none after one that failed. Asked by the route. */
    public Iterator<String> getModules() {
        Iterator<String> all = modules.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return message == null && all.hasNext();
            }

            @Override
            public String next() {
                return all.next();
            }
        };
    }

    /** All that it is to read. */
    List<String> all() {
        return modules;
    }

    /** Whether nothing has failed. */
    boolean isWell() {
        return message == null;
    }

    /** Whether the application stops. */
    public boolean isStopping() {
        return stopping.getAsBoolean();
    }

    /**
     * So many records of the present module are done with; it may be read again from its start.
     *
     * @return what is to be said of it, once a minute
     */
    public Optional<String> passed(long ofModule) {
        progress.at(counts.rows() + ofModule);
        return progress.line();
    }

    /**
     * The number of a reject, which no other one of the run has.
     *
     * @param ofModule counted from 1 in the present module, which may be read again from its start
     */
    public long reject(long ofModule) {
        return counts.rejected() + ofModule;
    }

    /** Of a module whose files are complete. */
    void count(RunCounts done) {
        counts = counts.plus(done);
    }

    RunCounts counts() {
        return counts;
    }

    /** What is to be said of it that is not a fault. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** It cannot go on. */
    void fail(String sentence) {
        outcome = isStopping() ? RunReport.Outcome.INTERRUPTED : RunReport.Outcome.FAILED;
        message = sentence;
    }

    RunReport report(String sync) {
        return new RunReport(
                id,
                sync,
                outcome,
                counts,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(message)
                        .or(() -> Optional.of(String.join("; ", notes)).filter(text -> !text.isEmpty())));
    }

    /** The next run of the sync may begin. */
    void release() {
        release.run();
    }
}
