package io.github.camelvtiger.simulator.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory for bodies of requests. A request that finds none left waits, and is refused in the end. */
final class BodyMemory {

    private static final int BLOCK = 16 * 1024;

    private final Duration patience;
    private final Semaphore blocks;

    /**
     * @param bytes at least one block is there
     * @param patience how long a request waits for memory
     */
    BodyMemory(long bytes, Duration patience) {
        this.patience = patience;
        blocks = new Semaphore((int) Math.min(Integer.MAX_VALUE, 1 + bytes / BLOCK), true);
    }

    Share share() {
        return new Share();
    }

    /** What one request holds, from its first byte to its reply. For one thread. */
    final class Share implements AutoCloseable {

        private long bytes;
        private int held;

        /** @throws ExhaustedException if other requests hold all there is */
        void take(int more) throws IOException, InterruptedException {
            bytes += more;
            int wanted = (int) ((bytes + BLOCK - 1) / BLOCK) - held;
            if (wanted > 0 && !blocks.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ExhaustedException();
            }
            held += Math.max(0, wanted);
        }

        /** Gives everything back, but may be used on. */
        void release() {
            blocks.release(held);
            held = 0;
            bytes = 0;
        }

        @Override
        public void close() {
            release();
        }
    }

    /** There is no memory for the body at present. */
    static final class ExhaustedException extends IOException {

        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super("the bodies of other requests take up all memory there is for them");
        }
    }
}
