package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of a file are lines that were written to their end. */
final class WholeLines {

    private WholeLines() {}

    /** The number of bytes up to the last line end that ends a row; in CSV, one within quotes does not. */
    static long length(Path file, FileLayout layout) throws IOException {
        TextEncoding encoding = layout.encoding();
        boolean quotes = layout.kind() == Kind.CSV;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long whole = 0;
            long position = 0;
            boolean quoted = false;
            byte[] unit = new byte[encoding.unit()];
            while (in.readNBytes(unit, 0, unit.length) == unit.length) {
                position += unit.length;
                quoted ^= quotes && encoding.is('"', unit);
                if (!quoted && encoding.is('\n', unit)) {
                    whole = position;
                }
            }
            return whole;
        }
    }
}
