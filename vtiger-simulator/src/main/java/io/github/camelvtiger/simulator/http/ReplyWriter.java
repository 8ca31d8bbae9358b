package io.github.camelvtiger.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.xnio.channels.StreamSinkChannel;

/** Writes a reply with the headers that Apache and PHP set; {@code Date} is when the request came, as Apache has it. */
final class ReplyWriter {

    private static final int PIECE = 64 * 1024;

    private final Duration taken;
    private final Stalls stalls;

    /** @param taken how long a client may leave a reply unread; then its connection is closed, and the thread is free */
    ReplyWriter(Duration taken, Stalls stalls) {
        this.taken = taken;
        this.stalls = stalls;
    }

    /** @param stall how long nothing comes after half of the body; zero for not at all */
    void write(HttpServerExchange exchange, Reply reply, Instant arrival, Duration stall)
            throws IOException, InterruptedException {
        byte[] body = reply.bytes();
        setHeaders(exchange, reply, arrival);
        exchange.setStatusCode(reply.status());
        if (!reply.reason().isEmpty()) {
            exchange.setReasonPhrase(reply.reason());
        }
        exchange.setResponseContentLength(body.length);
        StreamSinkChannel out = exchange.getResponseChannel();
        int half = stall.isZero() ? 0 : body.length / 2;
        if (half > 0) {
            Deadline deadline = new Deadline(taken, exchange.getConnection());
            write(out, body, 0, half, deadline);
            flush(out, deadline);
            stalls.stall(stall);
        }
        Deadline deadline = new Deadline(taken, exchange.getConnection());
        write(out, body, half, body.length, deadline);
        out.shutdownWrites();
        flush(out, deadline);
    }

    private static void write(StreamSinkChannel out, byte[] body, int start, int end, Deadline deadline)
            throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(body, start, end - start);
        while (rest.hasRemaining()) {
            // In pieces: for each, Java takes as much memory outside the heap.
            ByteBuffer piece = rest.duplicate().limit(Math.min(rest.position() + PIECE, rest.limit()));
            int written = out.write(piece);
            rest.position(rest.position() + written);
            if (written == 0) {
                out.awaitWritable(deadline.left(), Deadline.UNIT);
                deadline.check();
            }
        }
    }

    private static void flush(StreamSinkChannel out, Deadline deadline) throws IOException {
        while (!out.flush()) {
            out.awaitWritable(deadline.left(), Deadline.UNIT);
            deadline.check();
        }
    }

    private static void setHeaders(HttpServerExchange exchange, Reply reply, Instant arrival) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.DATE, httpDate(arrival));
        headers.put(Headers.SERVER, "Apache (vtiger-simulator)");
        if (reply.session()) {
            headers.put(Headers.EXPIRES, "Thu, 19 Nov 1981 08:52:00 GMT");
            headers.put(Headers.CACHE_CONTROL, "no-store, no-cache, must-revalidate");
            headers.put(new HttpString("Pragma"), "no-cache");
        }
        headers.put(Headers.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach((name, value) -> headers.put(new HttpString(name), value));
        if (reply.status() >= 500 || reply.status() == 414) {
            exchange.setPersistent(false);
        }
    }

    /**
     * Java's formatter for it knows the English names itself, whereas a pattern has the locale's data loaded before the
     * first answer; but it writes the 3rd as 3, and HTTP wants 03.
     */
    private static String httpDate(Instant time) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
        int day = "Tue, ".length();
        return date.charAt(day + 1) == ' ' ? date.substring(0, day) + "0" + date.substring(day) : date;
    }
}
