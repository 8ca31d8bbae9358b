package io.github.camelvtiger.routes.sync.rows;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was not read of a file, as a file that can be dropped: the titles, and everything from a line on. It is copied
 * byte by byte, since bytes that are not text are one of the reasons why a file is not read to its end.
 */
public final class RemainingFile {

    private final TextEncoding encoding;
    private final long firstRowLine;
    private final long unreadLine;

    /**
     * @param firstRowLine the line below the titles
     * @param unreadLine the line with which the rest begins
     */
    public RemainingFile(TextEncoding encoding, long firstRowLine, long unreadLine) {
        this.encoding = encoding;
        this.firstRowLine = firstRowLine;
        this.unreadLine = unreadLine;
    }

    public void write(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            copy(in, out);
        }
    }

    /** A line ends as it does for the parser: with LF, CR, or both. */
    private void copy(InputStream in, OutputStream out) throws IOException {
        long line = 1;
        boolean afterReturn = false;
        byte[] unit = in.readNBytes(encoding.unit());
        while (unit.length > 0) {
            boolean feed = encoding.is('\n', unit);
            if (afterReturn && !feed) {
                line++;
            }
            if (line < firstRowLine || line >= unreadLine) {
                out.write(unit);
            }
            if (feed) {
                line++;
            }
            afterReturn = encoding.is('\r', unit);
            unit = in.readNBytes(encoding.unit());
        }
    }
}
