package io.github.camelvtiger.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Streams one after the other, each opened when the one before it has ended. */
final class ChainedStream extends InputStream {

    /** Opens one of them. */
    interface Source {
        InputStream open() throws IOException;
    }

    private final Iterator<Source> sources;
    private InputStream current = InputStream.nullInputStream();

    ChainedStream(List<Source> sources) {
        this.sources = sources.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = current.read(into, from, length);
        while (read < 0 && sources.hasNext()) {
            current.close();
            current = sources.next().open();
            read = current.read(into, from, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
