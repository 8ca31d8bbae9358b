package io.github.camelvtiger.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A body that is in memory. */
public record BytesBody(byte[] bytes, String contentType) implements HttpBody {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isSpent() {
        return false;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Without the bytes: they may carry a session. */
    @Override
    public String toString() {
        return bytes.length + " bytes of " + contentType;
    }
}
