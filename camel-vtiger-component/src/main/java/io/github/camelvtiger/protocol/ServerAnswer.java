package io.github.camelvtiger.protocol;

import java.time.Instant;
import java.util.Arrays;

/** A success. */
public final class ServerAnswer {

    private final Object result;
    private final Instant serverTime;
    private final byte[] body;
    private final int start;

    /** @param start where the envelope begins in the body */
    ServerAnswer(Object result, Instant serverTime, byte[] body, int start) {
        this.result = result;
        this.serverTime = serverTime;
        this.body = body;
        this.start = start;
    }

    /** What becomes {@code result} in the envelope: Map, List, String, Number, Boolean or null. */
    public Object result() {
        return result;
    }

    /** Whether something precedes the envelope, such as a message of PHP. */
    public boolean hasStrayOutput() {
        return start > 0;
    }

    /** The {@code Date} header; null where it is missing. */
    public Instant serverTime() {
        return serverTime;
    }

    /** The bytes of the whole envelope. */
    public byte[] envelope() {
        return Arrays.copyOfRange(body, start, body.length);
    }
}
