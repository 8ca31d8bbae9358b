package io.github.camelvtiger.benchmarks;

/** One way to read all Contacts of a CRM. */
interface Export extends AutoCloseable {

    String name();

    /** @return how many records were read */
    long run() throws Exception;

    @Override
    void close() throws Exception;
}
