package io.github.camelvtiger.simulator.http;

import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/** When a thread gives a client up that neither sends nor reads. */
final class Deadline {

    static final TimeUnit UNIT = TimeUnit.NANOSECONDS;

    private final ServerConnection connection;
    private final long end;

    Deadline(Duration patience, ServerConnection connection) {
        this.connection = connection;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** In {@link #UNIT}s, one at least. */
    long left() {
        return Math.max(1, end - System.nanoTime());
    }

    /** @throws IOException once it has passed; the connection is closed then */
    void check() throws IOException {
        if (System.nanoTime() - end > 0) {
            IoUtils.safeClose(connection);
            throw new IOException("the client is too slow");
        }
    }
}
