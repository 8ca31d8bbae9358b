package io.github.camelvtiger.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.apache.camel.Exchange;

/** The text of a body that is a text, bytes or a stream. */
final class BodyText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BodyText() {}

    static boolean isOne(Object body) {
        return body instanceof CharSequence || body instanceof byte[] || BodyStream.isOne(body);
    }

    /**
     * As it is, apart from a byte order mark of its bytes.
     *
     * @throws io.github.camelvtiger.client.InvalidRecordException if it cannot be read
     */
    static String of(Exchange exchange, Object body, String operation) {
        try {
            if (body instanceof CharSequence) {
                return body.toString();
            }
            return body instanceof byte[] bytes
                    ? decoded(bytes, exchange)
                    : BodyStream.open(exchange, body).rest();
        } catch (IOException e) {
            throw RecordJson.unreadable(e, operation);
        }
    }

    private static String decoded(byte[] bytes, Exchange exchange) throws CharacterCodingException {
        BodyEncoding encoding =
                BodyEncoding.of(Arrays.copyOf(bytes, Math.min(bytes.length, BodyEncoding.HEAD)), exchange);
        ByteBuffer content = ByteBuffer.wrap(bytes, encoding.mark(), bytes.length - encoding.mark());
        return encoding.decoder().decode(content).toString();
    }

    /** What matters of JSON or VTQL: no byte order mark, no space around. */
    static String content(String text) {
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).strip();
    }

    /** The line break with which editors and {@code echo} end a text; one and no more. */
    static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") || text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
