package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/**
 * How the bytes of a body are read: by their byte order mark; else as the exchange says; else as UTF-8, or as UTF-16 if
 * every other of the first bytes is zero, as in JSON of that encoding.
 *
 * @param mark length of the byte order mark
 */
record BodyEncoding(Charset charset, int mark) {

    /** How many bytes are looked at. */
    static final int HEAD = 4;

    /** @param head the first bytes, {@link #HEAD} of them if there are so many */
    static BodyEncoding of(byte[] head, Exchange exchange) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new BodyEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(head, 0, 0, 0xFE, 0xFF)) {
            return new BodyEncoding(Charset.forName("UTF-32BE"), 4);
        }
        if (begins(head, 0xFF, 0xFE, 0, 0)) {
            return new BodyEncoding(Charset.forName("UTF-32LE"), 4);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new BodyEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new BodyEncoding(StandardCharsets.UTF_16LE, 2);
        }
        String named = exchange.getProperty(Exchange.CHARSET_NAME, String.class);
        return new BodyEncoding(named == null ? unnamed(head) : charset(named), 0);
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset unnamed(byte[] head) {
        if (head.length >= 2 && head[0] == 0 && head[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return head.length >= 2 && head[0] != 0 && head[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRecordException(
                    "The exchange property " + Exchange.CHARSET_NAME + " names '" + name
                            + "', a character set that this JVM does not have; name one like UTF-8.",
                    FailureContext.NONE,
                    unknown);
        }
    }

    /** Fails at bytes that mean nothing in the encoding, which would otherwise become question marks in the CRM. */
    CharsetDecoder decoder() {
        return charset.newDecoder();
    }
}
