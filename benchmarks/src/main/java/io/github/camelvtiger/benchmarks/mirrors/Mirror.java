package io.github.camelvtiger.benchmarks.mirrors;

/** One way of bringing all Contacts into the table {@code contacts} of a database. */
interface Mirror extends AutoCloseable {

    /** Returns when they are there. */
    void run() throws Exception;

    @Override
    void close();
}
