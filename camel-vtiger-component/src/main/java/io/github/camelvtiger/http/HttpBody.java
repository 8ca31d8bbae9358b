package io.github.camelvtiger.http;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request. It is read while it is sent, on a thread that may block. */
public interface HttpBody {

    long UNKNOWN_LENGTH = -1;

    String FORM = "application/x-www-form-urlencoded";

    /** The whole header, such as {@code text/csv; charset=UTF-8}. */
    String contentType();

    /** How many bytes {@link #open} gives; {@link #UNKNOWN_LENGTH} where only its end shows that. */
    long length();

    /** Whether it can be read as often as it takes. */
    boolean isRepeatable();

    /** Whether it was read and cannot be read again: then no second request can be made with it. */
    boolean isSpent();

    /** The bytes from the first on; closed by whoever asked for them. Not called again once it {@link #isSpent is spent}. */
    InputStream open() throws IOException;

    static HttpBody form(byte[] encoded) {
        return new BytesBody(encoded, FORM);
    }
}
