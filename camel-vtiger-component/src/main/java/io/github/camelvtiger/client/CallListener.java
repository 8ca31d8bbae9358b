package io.github.camelvtiger.client;

/** Learns how the calls of clients end, on the thread that ends them: it must neither block nor throw. */
@FunctionalInterface
public interface CallListener {

    void ended(EndedCall call);
}
