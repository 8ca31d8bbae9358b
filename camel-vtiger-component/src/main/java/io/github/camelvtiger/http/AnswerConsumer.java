package io.github.camelvtiger.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** Collects one answer up to a size, and unpacks it where it is compressed. */
final class AnswerConsumer extends AbstractBinResponseConsumer<HttpAnswer> {

    /** The server gives at most 100 records at once; more than this is not an answer of a CRM. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpResponse response;
    private ContentType type;

    @Override
    protected void start(HttpResponse head, ContentType contentType) {
        response = head;
        type = contentType;
    }

    @Override
    protected int capacityIncrement() {
        return CHUNK;
    }

    @Override
    protected void data(ByteBuffer chunk, boolean endOfStream) throws IOException {
        requireSize((long) body.size() + chunk.remaining());
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        body.write(bytes);
    }

    @Override
    protected HttpAnswer buildResult() {
        return new HttpAnswer(
                response.getCode(),
                type == null ? "" : type.getMimeType(),
                header(HttpHeaders.LOCATION),
                instant(header(HttpHeaders.DATE)),
                unpacked());
    }

    @Override
    public void releaseResources() {
        body.reset();
    }

    private String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private byte[] unpacked() {
        byte[] packed = body.toByteArray();
        if (packed.length == 0 || !"gzip".equalsIgnoreCase(header(HttpHeaders.CONTENT_ENCODING))) {
            return packed;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = stream.readNBytes(MAX_BYTES + 1);
            requireSize(plain.length);
            return plain;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void requireSize(long size) throws IOException {
        if (size > MAX_BYTES) {
            throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
        }
    }

    private static Instant instant(String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
