package io.github.camelvtiger.simulator.http;

import java.time.Duration;

/** Replies that stop in the middle. A server that stops waits for none of them. */
final class Stalls {

    private boolean over;

    /** Nothing happens for so long, in real time: it is the client's patience that is tried, and it does not know the server's clock. */
    synchronized void stall(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        long left = end - System.nanoTime();
        while (!over && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
    }

    synchronized void allow() {
        over = false;
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }
}
