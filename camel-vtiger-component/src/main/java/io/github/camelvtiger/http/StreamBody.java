package io.github.camelvtiger.http;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream that another party opened: it is read once, to its end, and closed. */
public final class StreamBody implements HttpBody {

    private final InputStream stream;
    private final long length;
    private final String contentType;
    private final AtomicBoolean opened = new AtomicBoolean();

    /** @param length {@link HttpBody#UNKNOWN_LENGTH} where it is not known */
    public StreamBody(InputStream stream, long length, String contentType) {
        this.stream = stream;
        this.length = length;
        this.contentType = contentType;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isSpent() {
        return opened.get();
    }

    @Override
    public InputStream open() {
        if (opened.getAndSet(true)) {
            throw new IllegalStateException("The stream has been read.");
        }
        return stream;
    }
}
