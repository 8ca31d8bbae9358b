package io.github.camelvtiger.http;

import java.nio.ByteBuffer;

/** Bytes in the order in which they were put; grows to the most that were in it at a time. Not safe for several threads. */
final class ByteRing {

    private static final int SMALLEST = 8 * 1024;

    private byte[] bytes = new byte[0];
    private int begin;
    private int size;

    int size() {
        return size;
    }

    void put(ByteBuffer some) {
        reserve(some.remaining());
        while (some.hasRemaining()) {
            int end = (begin + size) % bytes.length;
            int length = Math.min(some.remaining(), bytes.length - end);
            some.get(bytes, end, length);
            size += length;
        }
    }

    /** At most that many of them. */
    int take(byte[] into, int from, int length) {
        int taken = 0;
        while (taken < length && size > 0) {
            int step = Math.min(Math.min(length - taken, size), bytes.length - begin);
            System.arraycopy(bytes, begin, into, from + taken, step);
            begin = (begin + step) % bytes.length;
            size -= step;
            taken += step;
        }
        return taken;
    }

    void clear() {
        bytes = new byte[0];
        begin = 0;
        size = 0;
    }

    private void reserve(int more) {
        if (size + more <= bytes.length) {
            return;
        }
        byte[] larger = new byte[Math.max(SMALLEST, Math.max(2 * bytes.length, size + more))];
        int kept = size;
        take(larger, 0, kept);
        bytes = larger;
        begin = 0;
        size = kept;
    }
}
