package io.github.camelvtiger.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * One answer whose body is read while it comes. Its connection is kept until the body has come whole, or is closed.
 *
 * @param body throws an {@link IOException} caused by a {@link NoAnswerException} where the connection fails
 */
public record StreamedAnswer(HttpHead head, InputStream body) implements Closeable {

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public String toString() {
        return head + ", streamed";
    }
}
