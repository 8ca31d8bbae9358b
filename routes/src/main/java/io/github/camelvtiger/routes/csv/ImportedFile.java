package io.github.camelvtiger.routes.csv;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.CsvFile;
import io.github.camelvtiger.routes.sync.rows.CsvRow;
import io.github.camelvtiger.routes.sync.rows.RemainingFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A CSV file on its way into the CRM: its rows, and what became of them. Rows are worked on side by side, so a fault of
 * the file only ends them; it is thrown by {@link #finish()}, when all that were begun are done. The next row waits while
 * many are on their way, so that a file of any length fits into memory, and there is none once the application stops.
 * Rows that revise one record are done one after the other.
 */
public final class ImportedFile implements Iterator<CsvRow>, Closeable {

    /** Enough to keep all sessions of a connection busy. */
    private static final int MOST_AT_ONCE = 50;

    private static final long LOOK_MILLIS = 200;

    private final CsvFile file;
    private final ColumnMapping columns;
    private final BooleanSupplier stopping;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final RejectsFile rejects;
    private final RowOutcomes outcomes;
    private final Set<String> revising = new HashSet<>();
    private long taken;
    private CsvRow next;
    private volatile BadFileException fault;
    /** Rejected rows that are in the file alone, each with its reason. */
    private final Queue<String> unkept = new ConcurrentLinkedQueue<>();

    private boolean stopped;

    /**
     * @param rejects where rejected rows go
     * @param noun what one row makes
     * @param stopping whether no more rows are to be begun
     */
    ImportedFile(CsvFile file, ColumnMapping columns, Path rejects, String noun, BooleanSupplier stopping) {
        this.file = file;
        this.stopping = stopping;
        this.columns = columns;
        this.rejects = new RejectsFile(rejects, file, columns.column(ColumnMapping.ID));
        this.outcomes = new RowOutcomes(noun);
    }

    Map<String, Object> record(CsvRow row) {
        return columns.record(row);
    }

    RowOutcomes outcomes() {
        return outcomes;
    }

    /**
     * @param id of the record that the row has written all the same; null without one
     * @throws IOException when the row could not be kept; no further row is begun then
     */
    void reject(CsvRow row, String id, String reason) throws IOException {
        try {
            rejects.add(row, id, reason);
            outcomes.countRejected();
        } catch (IOException e) {
            unkept.add(row.place() + ": " + reason);
            fault = new BadFileException(
                    "Rejected rows could not be written to " + rejects.path() + " (" + Sentence.of(e) + ").", e);
            throw e;
        }
    }

    /** What was true stays true: whoever saw a row gets it, whatever happens meanwhile. */
    @Override
    public boolean hasNext() {
        if (next == null && !stopped && fault == null && awaitFree() && fault == null) {
            next = read();
            if (next == null) {
                free.release();
            }
        }
        return next != null;
    }

    private boolean awaitFree() {
        try {
            while (!stopping.getAsBoolean()) {
                if (free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped = file.hasNext();
        return false;
    }

    private CsvRow read() {
        try {
            return file.hasNext() ? file.next() : null;
        } catch (BadFileException e) {
            fault = e;
            return null;
        }
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRow row = next;
        next = null;
        taken++;
        return row;
    }

    /** To be called for each row before it is written; waits for an earlier row that revises the same record. */
    void beginRow(CsvRow row) throws InterruptedException {
        String id = columns.id(row);
        synchronized (revising) {
            while (!id.isEmpty() && !revising.add(id)) {
                revising.wait();
            }
        }
    }

    /** To be called once for each row that was begun, whatever became of it. */
    void rowDone(CsvRow row) {
        synchronized (revising) {
            revising.remove(columns.id(row));
            revising.notifyAll();
        }
        free.release();
    }

    /** Whether rows were not begun because the application stops. */
    boolean isStopped() {
        return stopped;
    }

    /**
     * What became of the file, in words.
     *
     * @throws BadFileException when it was not read to its end
     */
    String finish() {
        if (!unkept.isEmpty()) {
            throw new BadFileException(
                    fault.getMessage() + " They are in this file only; correct them here: " + String.join("; ", unkept)
                            + ".",
                    fault.getCause());
        }
        if (fault != null) {
            throw fault;
        }
        return outcomes
                + (outcomes.hasRejected() ? "; they are in " + rejects.path() + " with the reasons" : "")
                + (file.blankRows() == 0 ? "" : "; " + file.blankRows() + " empty row(s) skipped");
    }

    /**
     * Gives the file up, and keeps what was not read of it.
     *
     * @param remaining where that goes, if any row was taken
     * @return what is to be said beside the reason; empty when no row was taken, so that nothing has to be kept apart
     */
    String giveUp(Exception reason, Path remaining) {
        if (taken == 0) {
            close();
            return "";
        }
        String said = " Up to there " + taken + " row(s) were taken: " + outcomes + ".";
        if (reason instanceof BadFileException bad && bad.isReplaced()) {
            close();
            return said + " This is the file that is there now; drop it again without rows that were taken.";
        }
        try {
            return said + " The rest, from line " + keepRest(remaining) + " on, is in " + remaining
                    + ": correct and drop that file, not this one.";
        } catch (IOException e) {
            return said + " The rest could not be written to " + remaining + " (" + Sentence.of(e)
                    + "); drop the file again without those rows.";
        }
    }

    /** @return the line with which the rest begins */
    long keepRest(Path remaining) throws IOException {
        close();
        long line = next == null ? file.unreadLine() : next.line();
        new RemainingFile(file.encoding(), file.firstRowLine(), line).write(file.path(), remaining);
        return line;
    }

    @Override
    public void close() {
        file.close();
    }
}
