package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of a sync on its way through its route: first a pass that plans, if it is asked for or the sync has limits, then one
 * that writes, if nothing speaks against it.
 */
public final class SyncRun implements Ending, Closeable {

    private final String id;
    private final Passes passes;
    private final Runnable release;
    private final AtomicReference<RunReport.Outcome> ended = new AtomicReference<>();
    private volatile String message;
    private boolean brokeOff;
    private Pass pass;
    private RowChunks chunks;
    private Path plan;
    private long total = -1;

    /** Makes the passes of a run. */
    interface Passes {

        boolean plans();

        boolean writes();

        PlanPass plan(Path file) throws IOException;

        WritePass write(Optional<Path> plan) throws IOException;

        /** How many rows the source has. */
        long rows() throws IOException;

        RowChunks rows(Pass pass) throws IOException;

        /** All rows are written: what is to be done behind the last of them. */
        void written(Pass pass) throws IOException;

        /** What is to be said of the run that is not a fault; asked when a pass is over. */
        Optional<String> note();

        /** The run has ended. */
        void over(RunReport.Outcome outcome) throws IOException;
    }

    /** @param release lets the next run of the sync begin */
    SyncRun(String id, Passes passes, Runnable release) {
        this.id = id;
        this.passes = passes;
        this.release = release;
    }

    String id() {
        return id;
    }

    /** How many rows the source has; they are counted once. */
    long total() throws IOException {
        if (total < 0) {
            total = passes.rows();
        }
        return total;
    }

    Pass pass() {
        return pass;
    }

    /** Whether the run is to plan. Asked by the route. */
    public boolean isPlanning() {
        return ended.get() == null && passes.plans();
    }

    /** Whether the run is to write. Asked by the route. */
    public boolean isWriting() {
        return ended.get() == null && passes.writes();
    }

    /** The rows of the present pass, in portions. They end when the run has failed. */
    public Iterator<Chunk> getChunks() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ended.get() == null && chunks.hasNext();
            }

            @Override
            public Chunk next() {
                return chunks.next();
            }
        };
    }

    void planTo(Path file) throws IOException {
        plan = file;
        begin(passes.plan(file));
    }

    void write(Optional<Path> applied) throws IOException {
        plan = applied.orElse(plan);
        begin(passes.write(Optional.ofNullable(plan)));
    }

    private void begin(Pass next) throws IOException {
        pass = next;
        chunks = passes.rows(next);
    }

    /** The rows of the present pass are done: all of them, or those before a fault or a stop. */
    void endPass() throws IOException {
        RowChunks read = chunks;
        read.close();
        if (ended.get() != null) {
            return;
        }
        if (read.isStopped()) {
            end(RunReport.Outcome.INTERRUPTED, "The sync was stopped; the next run of the same file goes on.");
        } else if (read.fault().isPresent()) {
            // What is there now of a file that was replaced is not the rest of what was read.
            brokeOff = !read.fault().get().isReplaced();
            end(RunReport.Outcome.FAILED, read.fault().get().getMessage());
        } else {
            pass.finish();
        }
    }

    @Override
    public void end(RunReport.Outcome outcome, String sentence) {
        if (ended.compareAndSet(null, outcome)) {
            message = sentence;
        }
    }

    /** The rows of the pass that writes are done. */
    void written() throws IOException {
        endPass();
        if (ended.get() == null) {
            passes.written(pass);
        }
        done(RunReport.Outcome.DONE);
    }

    /** All is done that was asked for. */
    void done(RunReport.Outcome outcome) {
        end(outcome, passes.note().orElse(null));
    }

    Optional<RunReport.Outcome> ended() {
        return Optional.ofNullable(ended.get());
    }

    Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /**
     * @param position the number of the last row up to which everything is done
     */
    RunReport report(String sync, RunCounts counts, long position) {
        return new RunReport(
                id,
                sync,
                ended.get(),
                counts,
                Optional.ofNullable(plan),
                Optional.empty(),
                Optional.ofNullable(message),
                brokeOff ? OptionalLong.of(position) : OptionalLong.empty());
    }

    @Override
    public void close() throws IOException {
        try {
            if (chunks != null) {
                chunks.close();
            }
            passes.over(ended.get());
        } finally {
            release.run();
        }
    }
}
