package io.github.camelvtiger.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes as they arrive, up to a limit. They are put together once, at the end: an array that grows is copied again and again. */
final class Chunks {

    private static final int READ = 64 * 1024;

    private final List<byte[]> chunks = new ArrayList<>();
    private final AnswerLimit limit;
    private long size;

    Chunks(AnswerLimit limit) {
        this.limit = limit;
    }

    /** @throws CarriedFailureException when there is more than the limit allows */
    static Chunks of(InputStream stream, AnswerLimit limit) throws IOException {
        Chunks all = new Chunks(limit);
        byte[] some = stream.readNBytes(READ);
        while (some.length > 0) {
            all.add(some);
            some = stream.readNBytes(READ);
        }
        return all;
    }

    void add(ByteBuffer some) throws CarriedFailureException {
        limit.require(size + some.remaining());
        byte[] bytes = new byte[some.remaining()];
        some.get(bytes);
        add(bytes);
    }

    private void add(byte[] some) throws CarriedFailureException {
        limit.require(size + some.length);
        size += some.length;
        chunks.add(some);
    }

    long size() {
        return size;
    }

    InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(
                chunks.stream().map(ByteArrayInputStream::new).toList()));
    }

    byte[] bytes() {
        byte[] all = new byte[Math.toIntExact(size)];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }
}
