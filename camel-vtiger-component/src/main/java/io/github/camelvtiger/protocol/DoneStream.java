package io.github.camelvtiger.protocol;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream that says once when nothing more will be read: at its end, when it failed, or when it was closed. A closed one is not read any more. */
final class DoneStream extends FilterInputStream {

    private final Runnable done;
    private final AtomicBoolean said = new AtomicBoolean();
    private volatile boolean closed;

    DoneStream(InputStream stream, Runnable done) {
        super(stream);
        this.done = done;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (closed) {
            throw new IOException("The stream is closed.");
        }
        int read;
        try {
            read = in.read(into, from, length);
        } catch (IOException | RuntimeException failure) {
            say();
            throw failure;
        }
        if (read < 0) {
            say();
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return in.skip(bytes);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            in.close();
        } finally {
            say();
        }
    }

    private void say() {
        if (!said.getAndSet(true)) {
            done.run();
        }
    }
}
