package io.github.camelvtiger.routes.sync.rows;

import java.util.NoSuchElementException;

/** A reader of which only the way to the next row is left to be written: faults come out of {@link #next()} in their turn. */
abstract class LookAhead implements RowReader {

    private long taken;
    private Row next;
    private BadFileException fault;
    private boolean ended;

    /**
     * The next row, or null at the end.
     *
     * @throws BadFileException if the rest cannot be read
     */
    abstract Row read();

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (BadFileException e) {
                fault = e;
            }
            ended = next == null;
            if (ended) {
                close();
            }
        }
        return next != null || fault != null;
    }

    @Override
    public final Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == null) {
            BadFileException thrown = after(taken, fault);
            fault = null;
            throw thrown;
        }
        Row row = next;
        next = null;
        taken++;
        return row;
    }

    /** @param rows that were read before the fault */
    static BadFileException after(long rows, BadFileException fault) {
        return rows == 0
                ? fault
                : new BadFileException(
                        fault.getMessage() + " Before that, " + rows + (rows == 1 ? " row was" : " rows were")
                                + " read.",
                        fault.getCause());
    }
}
