package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/**
 * Sends a body that is read meanwhile: a worker reads a piece while none is waiting, and the thread that serves
 * connections, which must not block, hands it to the network. The body is opened when the connection is there. A piece is
 * handed over when it is known whether another follows it: a server that has the last byte may act on it, so from then on
 * the body counts as whole, and before then it certainly is not.
 */
final class BodyPump implements AsyncEntityProducer {

    private static final int PIECE = 64 * 1024;

    private final HttpBody body;
    private final Executor workers;
    private final Runnable progress;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    /** What was read last, the first {@link #ahead} bytes of it; the worker's alone. */
    private byte[] bytes = new byte[PIECE];
    /** What the piece before was handed over in, and the next is read into; the worker's alone while it reads. */
    private byte[] spare = new byte[PIECE];
    /** Negative at the end. */
    private int ahead;

    private InputStream stream;
    private DataStreamChannel channel;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private NoAnswerException failure;
    private long read;
    private boolean reading;
    /** Whether nothing follows the piece. */
    private boolean atEnd;

    private boolean whole;
    private boolean released;

    /** @param progress run whenever some of the body was handed to the network */
    BodyPump(HttpBody body, Executor workers, Runnable progress) {
        this.body = body;
        this.workers = workers;
        this.progress = progress;
    }

    /** Done when all of the body was handed to the network. */
    CompletableFuture<Void> sent() {
        return sent;
    }

    /** Whether the last byte was handed to the network, so that the server may have it. */
    synchronized boolean isWhole() {
        return whole;
    }

    /** Whether the body's source is what is waited for. */
    synchronized boolean isReading() {
        return reading;
    }

    @Override
    public synchronized int available() {
        return failure != null || atEnd && !whole ? Math.max(1, piece.remaining()) : piece.remaining();
    }

    @Override
    public void produce(DataStreamChannel output) throws IOException {
        boolean last = false;
        synchronized (this) {
            channel = output;
            if (failure != null) {
                throw new CarriedFailureException(failure);
            }
            if (piece.hasRemaining() && output.write(piece) > 0) {
                progress.run();
            }
            if (!piece.hasRemaining()) {
                if (atEnd) {
                    last = !whole;
                    whole = true;
                } else {
                    readOn();
                }
            }
        }
        if (last) {
            output.endStream();
            progress.run();
            sent.complete(null);
        }
    }

    private void readOn() throws CarriedFailureException {
        if (reading || released) {
            return;
        }
        reading = true;
        try {
            workers.execute(this::readPiece);
        } catch (RejectedExecutionException closed) {
            throw new CarriedFailureException(
                    new NoAnswerException("the connection was closed", Reason.INCOMPLETE, closed));
        }
    }

    private void readPiece() {
        int length = 0;
        NoAnswerException broken = null;
        try {
            if (stream == null) {
                open();
                readAhead();
            }
            length = ahead;
            if (length >= 0) {
                readAhead();
            }
            broken = unexpectedLength();
        } catch (IOException | RuntimeException unreadable) {
            broken = new NoAnswerException(
                    "the body could not be read after " + read + " bytes (" + unreadable + ")",
                    Reason.INCOMPLETE,
                    unreadable);
        }
        hand(Math.max(0, length), broken);
    }

    private void readAhead() throws IOException {
        byte[] free = spare;
        spare = bytes;
        bytes = free;
        ahead = stream.read(bytes, 0, PIECE);
        read += Math.max(0, ahead);
    }

    private void open() throws IOException {
        InputStream opened = body.open();
        synchronized (this) {
            stream = opened;
        }
    }

    /** The length was announced: the server would take what follows for the next request, or wait for the rest. */
    private NoAnswerException unexpectedLength() {
        long announced = body.length();
        boolean tooLong = announced >= 0 && read > announced;
        boolean tooShort = announced >= 0 && ahead < 0 && read < announced;
        return tooLong || tooShort
                ? new NoAnswerException(
                        "the body has " + (tooLong ? "more than " : "only " + read + " of ") + "the " + announced
                                + " bytes that it was said to have; do not change a file while it is sent",
                        Reason.INCOMPLETE,
                        null)
                : null;
    }

    private void hand(int length, NoAnswerException broken) {
        DataStreamChannel output;
        synchronized (this) {
            reading = false;
            failure = broken;
            atEnd = ahead < 0;
            piece = ByteBuffer.wrap(spare, 0, length);
            output = channel;
            if (released) {
                close();
                return;
            }
        }
        output.requestOutput();
    }

    /** Nothing more is sent; a source that is being read is closed under its reader, which ends the reading. */
    @Override
    public void releaseResources() {
        synchronized (this) {
            released = true;
        }
        sent.cancel(false);
        try {
            workers.execute(this::close);
        } catch (RejectedExecutionException closed) {
            close();
        }
    }

    private void close() {
        InputStream opened;
        synchronized (this) {
            opened = stream;
        }
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException | RuntimeException unclosable) {
            // It is read no more.
        }
    }

    @Override
    public void failed(Exception cause) {
        // Reported with the answer that does not come.
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public String getContentType() {
        return body.contentType();
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return body.length() < 0;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }
}
