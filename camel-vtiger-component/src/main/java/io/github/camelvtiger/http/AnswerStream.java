package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.nio.CapacityChannel;

/**
 * The body of an answer between the thread that serves connections, which adds to it, and who reads it. If enough of it
 * waits to be read, the connection is not read on.
 */
final class AnswerStream extends InputStream {

    /** How many bytes wait at most, but for what the connection has read already. */
    static final int CAPACITY = 256 * 1024;

    private final Duration longestPause;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final ByteRing waiting = new ByteRing();
    private CapacityChannel paused;
    private boolean ended;
    private boolean closed;
    private NoAnswerException failure;

    /** @param longestPause how long the server may send nothing while it is waited for */
    AnswerStream(Duration longestPause) {
        this.longestPause = longestPause;
    }

    /** Done when nothing more can come: the body is whole, the connection failed, or the stream was closed. */
    CompletableFuture<Void> over() {
        return over;
    }

    /**
     * Waits while enough waits to be read: of an answer in chunks the connection reads on whatever it was asked for, so
     * that its thread, which serves this stream alone, is what stops it.
     *
     * @throws IOException when nobody reads it any more: then the connection may end
     */
    synchronized void add(ByteBuffer some) throws IOException {
        while (!closed && failure == null && waiting.size() >= CAPACITY) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while the answer was not read");
            }
        }
        if (closed || failure != null) {
            throw new IOException("The stream is closed.");
        }
        waiting.put(some);
        notifyAll();
    }

    /** The connection pauses unless it is asked for more. */
    void pause(CapacityChannel connection) throws IOException {
        synchronized (this) {
            paused = connection;
        }
        readOn();
    }

    /** Asks a connection that pauses for more when there is room again. */
    private void readOn() throws IOException {
        CapacityChannel connection;
        int room;
        synchronized (this) {
            room = CAPACITY - waiting.size();
            if (paused == null || room < CAPACITY / 2) {
                return;
            }
            connection = paused;
            paused = null;
        }
        connection.update(room);
    }

    void end() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        over.complete(null);
    }

    void fail(NoAnswerException reason) {
        synchronized (this) {
            if (!ended && failure == null) {
                failure = reason;
            }
            notifyAll();
        }
        over.complete(null);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            return next(into, from, length);
        } finally {
            readOn();
            if (isBroken()) {
                over.complete(null);
            }
        }
    }

    private synchronized boolean isBroken() {
        return failure != null;
    }

    private synchronized int next(byte[] into, int from, int length) throws IOException {
        await();
        if (waiting.size() == 0) {
            return -1;
        }
        notifyAll();
        return waiting.take(into, from, length);
    }

    /** What came before the connection failed is still given: its reader may not need the rest. */
    private void await() throws IOException {
        long until = System.nanoTime() + longestPause.toNanos();
        while (!closed && waiting.size() == 0 && !ended && failure == null) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                failure = new NoAnswerException(
                        "no more of the answer within " + longestPause.toMillis()
                                + " ms; raise responseTimeout if the server is slow",
                        Reason.LOST,
                        null);
            } else {
                pause(left);
            }
        }
        if (closed) {
            throw new IOException("The stream is closed.");
        }
        if (waiting.size() == 0 && failure != null) {
            throw new CarriedFailureException(failure);
        }
    }

    private void pause(long millis) throws InterruptedIOException {
        try {
            wait(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the answer was waited for");
        }
    }

    @Override
    public synchronized int available() {
        return waiting.size();
    }

    /** The rest of the answer is not waited for. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
        }
        over.complete(null);
    }
}
