package io.github.camelvtiger.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** The bytes of a text of JSON in Base64, from its first character on. At its end the rest of the answer is read as well, so that it is known to be whole. */
final class Base64Stream extends InputStream {

    private static final int PIECE = 64 * 1024;

    private final InputStream json;
    private final byte[] read = new byte[PIECE];
    /** Characters of Base64 that are not decoded yet. */
    private final byte[] characters = new byte[PIECE + 3];

    private int kept;
    private byte[] decoded = new byte[0];
    private int at;
    private boolean ended;

    Base64Stream(InputStream json) {
        this.json = json;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == decoded.length) {
            if (ended) {
                return -1;
            }
            decodeMore();
        }
        int some = Math.min(length, decoded.length - at);
        System.arraycopy(decoded, at, into, from, some);
        at += some;
        return some;
    }

    private void decodeMore() throws IOException {
        int length = json.read(read, 0, PIECE);
        if (length < 0) {
            throw new IOException("the answer ends in the middle of the file");
        }
        for (int i = 0; i < length && !ended; i++) {
            if (read[i] == '"') {
                ended = true;
            } else if (read[i] != '\\') {
                // PHP writes a slash as \/.
                characters[kept++] = read[i];
            }
        }
        decode(ended ? kept : kept - kept % 4);
        if (ended) {
            readToTheEnd();
        }
    }

    private void decode(int length) throws IOException {
        try {
            decoded = Base64.getDecoder().decode(Arrays.copyOf(characters, length));
        } catch (IllegalArgumentException notBase64) {
            throw new IOException("the file in the answer is not Base64", notBase64);
        }
        at = 0;
        System.arraycopy(characters, length, characters, 0, kept - length);
        kept -= length;
    }

    /** Who counts the bytes need not read further, and the connection is needed by others. */
    private void readToTheEnd() throws IOException {
        while (json.read(read, 0, PIECE) >= 0) {
            // Nothing of it is needed.
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
