package io.github.camelvtiger.routes.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A CSV file on its way into the CRM: its rows, and what became of them. Rows are worked on side by side, so a fault of
 * the file only ends them; it is thrown by {@link #finish()}, when all that were begun are done.
 */
public final class ImportedFile implements Iterator<CsvRow>, Closeable {

    private final CsvFile file;
    private final ColumnMapping columns;
    private final RejectsFile rejects;
    private final RowOutcomes outcomes;
    private long taken;
    private CsvRow next;
    private volatile BadCsvException fault;

    /**
     * @param rejects where rejected rows go
     * @param noun what one row makes
     */
    ImportedFile(CsvFile file, ColumnMapping columns, Path rejects, String noun) {
        this.file = file;
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
            fault = new BadCsvException(
                    "The rejected " + row.place() + " could not be written to " + rejects.path() + " (" + e
                            + "); the reason why it was rejected: " + reason,
                    e);
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null && fault == null && file.hasNext()) {
            try {
                next = file.next();
            } catch (BadCsvException e) {
                fault = e;
            }
        }
        return next != null;
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

    /**
     * What became of the file, in words.
     *
     * @throws BadCsvException when it was not read to its end
     */
    String finish() {
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
        close();
        if (taken == 0) {
            return "";
        }
        long line = next == null ? file.unreadLine() : next.line();
        String said = " Up to there " + taken + " row(s) were taken: " + outcomes + ".";
        if (reason.getCause() instanceof FileReplacedException) {
            return said + " Drop the file again without those rows.";
        }
        try {
            new RemainingFile(file.encoding(), file.firstRowLine(), line).write(file.path(), remaining);
        } catch (IOException e) {
            return said + " The rest, from line " + line + " on, could not be written to " + remaining + " (" + e
                    + "); drop the file again without those rows.";
        }
        return said + " The rest, from line " + line + " on, is in " + remaining
                + ": correct and drop that file, not this one.";
    }

    @Override
    public void close() {
        file.close();
    }
}
