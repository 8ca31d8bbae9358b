package io.github.camelvtiger.operation;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * A body that is read as it comes.
 *
 * @param reader at the first character that is neither a space nor a byte order mark
 * @param first that character; -1 for none
 * @param skipped the spaces before it
 */
record BodyStream(Reader reader, int first, String skipped) {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    static boolean isOne(Object body) {
        return body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof WrappedFile
                || body instanceof File;
    }

    static BodyStream open(Exchange exchange, Object body) throws IOException {
        BufferedReader reader = new BufferedReader(body instanceof Reader given ? given : decoded(exchange, body));
        StringBuilder skipped = new StringBuilder();
        boolean begun = false;
        while (true) {
            reader.mark(1);
            int next = reader.read();
            boolean isMark = next == BYTE_ORDER_MARK && !begun;
            begun = true;
            if (next < 0 || !isMark && !Character.isWhitespace(next)) {
                reader.reset();
                return new BodyStream(reader, next, skipped.toString());
            }
            if (!isMark) {
                skipped.append((char) next);
            }
        }
    }

    private static Reader decoded(Exchange exchange, Object body) throws IOException {
        InputStream bytes = exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, body);
        byte[] head = bytes.readNBytes(BodyEncoding.HEAD);
        BodyEncoding encoding = BodyEncoding.of(head, exchange);
        InputStream begin = new ByteArrayInputStream(head, encoding.mark(), head.length - encoding.mark());
        return new InputStreamReader(new SequenceInputStream(begin, bytes), encoding.decoder());
    }

    /** All of it, which closes it. */
    String rest() throws IOException {
        try (reader) {
            StringWriter text = new StringWriter();
            text.write(skipped);
            reader.transferTo(text);
            return text.toString();
        }
    }
}
