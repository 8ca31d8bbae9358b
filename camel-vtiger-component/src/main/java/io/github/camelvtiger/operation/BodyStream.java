package io.github.camelvtiger.operation;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * A body that is read as it comes.
 *
 * @param reader stands at the first character that is no space
 * @param first that character; -1 for none
 */
record BodyStream(Reader reader, int first) {

    static boolean isOne(Object body) {
        return body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof WrappedFile
                || body instanceof File;
    }

    /** Bytes are UTF-8 where the exchange names no other character set. */
    static BodyStream open(Exchange exchange, Object body) throws IOException {
        Reader text = body instanceof Reader given
                ? given
                : new InputStreamReader(
                        exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, body),
                        BodyReader.charset(exchange));
        BufferedReader reader = new BufferedReader(text);
        int first;
        do {
            reader.mark(1);
            first = reader.read();
        } while (first >= 0 && Character.isWhitespace(first));
        if (first >= 0) {
            reader.reset();
        }
        return new BodyStream(reader, first);
    }

    /** All of it, which closes it. */
    String rest() throws IOException {
        try (reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
