package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How the body of an answer is packed for its way. */
final class ContentCoding {

    private ContentCoding() {}

    static boolean isPlain(HttpHead head) {
        String encoding = head.header("Content-Encoding");
        return encoding == null || encoding.isBlank() || "identity".equalsIgnoreCase(encoding.strip());
    }

    /**
     * The same bytes unpacked as they are read, from the first read on.
     *
     * @throws NoAnswerException when they are packed in a way that was not asked for
     */
    static InputStream unpacked(HttpHead head, InputStream packed) {
        if (isPlain(head)) {
            return packed;
        }
        String encoding = head.header("Content-Encoding");
        if (!encoding.strip().matches("(?i)(x-)?gzip")) {
            throw new NoAnswerException(
                    "the answer is encoded as '" + encoding.replaceAll("[^\\w,; -]", "?")
                            + "' and not as gzip, which was asked for; let the server or the proxy before it send gzip",
                    Reason.UNREADABLE,
                    null);
        }
        return new Gzip(packed);
    }

    /** What to report of a failure while the body was unpacked. */
    static NoAnswerException sentence(IOException failure) {
        if (failure instanceof CarriedFailureException carried) {
            return carried.reason();
        }
        if (failure instanceof EOFException) {
            return broken("the answer's gzip ends too early", failure);
        }
        return failure instanceof ZipException
                ? broken("the answer says that it is gzip and is not, or is damaged", failure)
                : broken("the answer's gzip cannot be read", failure);
    }

    private static NoAnswerException broken(String what, IOException cause) {
        return new NoAnswerException(
                what + "; check the server's compression and the proxies before it", Reason.LOST, cause);
    }

    /** Unlike {@link GZIPInputStream} it reads nothing before it is read itself. */
    private static final class Gzip extends FilterInputStream {

        private final InputStream packed;

        Gzip(InputStream packed) {
            super(null);
            this.packed = packed;
        }

        private InputStream opened() throws IOException {
            if (in == null) {
                in = new GZIPInputStream(packed, 64 * 1024);
            }
            return in;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return opened().read(into, from, length);
        }

        @Override
        public long skip(long bytes) throws IOException {
            return opened().skip(bytes);
        }

        @Override
        public int available() throws IOException {
            return opened().available();
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }
    }
}
