package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a stream of bytes. Where an {@link java.io.InputStreamReader} fails with everything that it has read at
 * once, this one first hands out all that comes before the bytes that are not text.
 */
final class StrictText extends Reader {

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean atEnd;
    private boolean finished;

    StrictText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @throws java.nio.charset.CharacterCodingException at bytes that are not text of the charset */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (finished) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decode() throws IOException {
        chars.clear();
        try {
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            if (chars.position() > 0) {
                // What follows them may fail, and must not take them along.
                return;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (atEnd) {
                decoder.flush(chars);
                finished = true;
            } else {
                readBytes();
            }
        } finally {
            chars.flip();
        }
    }

    private void readBytes() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = count < 0;
        bytes.position(bytes.position() + Math.max(0, count));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
