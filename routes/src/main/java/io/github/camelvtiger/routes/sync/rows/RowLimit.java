package io.github.camelvtiger.routes.sync.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text in which no row may be longer than fits into memory: a quote that is never closed makes one row of the whole rest. */
final class RowLimit extends FilterReader {

    /** Far more than all fields of a record hold. */
    static final long CHARACTERS = 1 << 22;

    private long left = CHARACTERS;

    RowLimit(Reader text) {
        super(text);
    }

    void beginRow() {
        left = CHARACTERS;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new RowTooLongException();
        }
        int count = super.read(target, offset, length);
        left -= Math.max(0, count);
        return count;
    }

    /** A row that did not end where every row should have ended. */
    static final class RowTooLongException extends IOException {}
}
