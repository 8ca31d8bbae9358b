package io.github.camelvtiger.simulator.http;

import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads the body of a request to its end, and keeps it only as far as the limits allow, whether its length is announced
 * or not. A body that does not arrive in time ends the connection.
 */
final class BodyReader {

    private static final int CHUNK = 16 * 1024;

    private final long longest;
    private final Duration complete;

    BodyReader(long longest, Duration complete) {
        this.longest = longest;
        this.complete = complete;
    }

    /** @return empty for a body that is too long */
    Optional<byte[]> bytes(HttpServerExchange exchange, BodyMemory.Share memory)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean fits = read(exchange, memory, chunk -> body.write(chunk.array(), 0, chunk.limit()));
        return fits ? Optional.of(body.toByteArray()) : Optional.empty();
    }

    /** @return false for a body that is too long: what the sink has been given counts for nothing */
    boolean read(HttpServerExchange exchange, BodyMemory.Share memory, Sink sink)
            throws IOException, InterruptedException {
        boolean fits = exchange.getRequestContentLength() <= longest;
        long length = 0;
        Deadline deadline = new Deadline(complete, exchange.getConnection());
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        StreamSourceChannel channel = exchange.getRequestChannel();
        for (int read = channel.read(chunk); read >= 0; read = channel.read(chunk)) {
            length += read;
            fits &= length <= longest;
            if (read == 0) {
                channel.awaitReadable(deadline.left(), Deadline.UNIT);
            } else if (fits) {
                memory.take(read);
                sink.take(chunk.flip());
            } else {
                memory.release();
            }
            deadline.check();
            chunk.clear();
        }
        return fits;
    }

    /** If a body goes, piece by piece. */
    interface Sink {

        /** @param chunk with an array of its own from its beginning; used again afterwards */
        void take(ByteBuffer chunk) throws IOException;
    }
}
