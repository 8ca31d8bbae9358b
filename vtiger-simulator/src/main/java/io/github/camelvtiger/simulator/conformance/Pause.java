package io.github.camelvtiger.simulator.conformance;

/** Waits until the server's clock, which stamps whole seconds, has moved on. */
@FunctionalInterface
public interface Pause {

    /** A little more than a second of the machine's own time. */
    Pause REAL = () -> Thread.sleep(1100);

    void nextSecond() throws InterruptedException;
}
