package io.github.camelvtiger.operation;

import io.github.camelvtiger.http.BytesBody;
import io.github.camelvtiger.http.FileBody;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.StreamBody;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** Files as messages hold them, as bodies of requests. Nothing of them is collected in memory. */
final class FileBodies {

    private final Exchange exchange;

    FileBodies(Exchange exchange) {
        this.exchange = exchange;
    }

    static boolean isFile(Object value) {
        return value instanceof WrappedFile
                || value instanceof File
                || value instanceof Path
                || value instanceof byte[]
                || value instanceof ByteBuffer
                || value instanceof StreamCache
                || value instanceof InputStream
                || value instanceof Reader;
    }

    /** The name that the value itself has. */
    static Optional<String> name(Object value) {
        if (value instanceof WrappedFile<?> wrapped) {
            return wrapped.getFile() instanceof File file ? Optional.of(file.getName()) : Optional.empty();
        }
        if (value instanceof File file) {
            return Optional.of(file.getName());
        }
        return value instanceof Path path && path.getFileName() != null
                ? Optional.of(path.getFileName().toString())
                : Optional.empty();
    }

    /**
     * @param value a file, or text
     * @throws IOException when it cannot be read
     */
    HttpBody of(Object value, String contentType) throws IOException {
        if (value instanceof WrappedFile<?> wrapped) {
            return wrapped(wrapped, contentType);
        }
        if (value instanceof File file) {
            return FileBody.of(file.toPath(), contentType);
        }
        if (value instanceof Path path) {
            return FileBody.of(path, contentType);
        }
        if (value instanceof byte[] bytes) {
            return new BytesBody(bytes, contentType);
        }
        if (value instanceof StreamCache cache) {
            cache.reset();
            long length = cache.length();
            return new StreamBody(stream(cache), length > 0 ? length : HttpBody.UNKNOWN_LENGTH, contentType);
        }
        if (value instanceof InputStream || value instanceof Reader) {
            return new StreamBody(stream(value), HttpBody.UNKNOWN_LENGTH, contentType);
        }
        byte[] bytes = exchange.getContext().getTypeConverter().convertTo(byte[].class, exchange, value);
        if (bytes == null) {
            throw new IOException("an object of type " + value.getClass().getName() + " is not a file");
        }
        return new BytesBody(bytes, contentType);
    }

    /** A remote file is here as its content, or as a copy of it. */
    private HttpBody wrapped(WrappedFile<?> wrapped, String contentType) throws IOException {
        if (wrapped.getFile() instanceof File file && file.exists()) {
            return FileBody.of(file.toPath(), contentType);
        }
        Object content = wrapped.getBody();
        if (content != null && !(content instanceof WrappedFile)) {
            return of(content, contentType);
        }
        return new StreamBody(stream(wrapped), HttpBody.UNKNOWN_LENGTH, contentType);
    }

    private InputStream stream(Object value) throws IOException {
        InputStream stream = exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, value);
        if (stream == null) {
            throw new IOException("an object of type " + value.getClass().getName() + " is not a file");
        }
        return stream;
    }
}
