package io.github.camelvtiger.routes.sync.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a text as bytes, so that one whose bytes are not text does not keep the others from being read. A line ends
 * with LF; a CR before it is white space to whoever reads the line.
 */
final class ByteLines {

    private final InputStream in;
    private final TextEncoding encoding;
    private long line;
    private boolean tooLong;

    ByteLines(InputStream in, TextEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
    }

    /** The next line, without its end; null after the last. What is beyond the longest that is kept is dropped. */
    byte[] next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        tooLong = false;
        boolean any = false;
        byte[] unit = new byte[encoding.unit()];
        int count = read(unit);
        while (count > 0 && !encoding.is('\n', unit)) {
            any = true;
            tooLong = bytes.size() >= RowLimit.CHARACTERS * unit.length;
            if (!tooLong) {
                bytes.write(unit, 0, count);
            }
            count = read(unit);
        }
        if (count <= 0 && !any) {
            return null;
        }
        line++;
        return bytes.toByteArray();
    }

    private int read(byte[] unit) throws IOException {
        if (unit.length > 1) {
            return in.readNBytes(unit, 0, unit.length);
        }
        int each = in.read();
        unit[0] = (byte) each;
        return each < 0 ? 0 : 1;
    }

    /** The number of the line that was read, counted from 1. */
    long line() {
        return line;
    }

    /** Whether a part of the line that was read was dropped. */
    boolean isTooLong() {
        return tooLong;
    }
}
