package io.github.camelvtiger.benchmarks.suite;

/** One of the measurements. */
interface Part {

    /** As {@code --only} has it. */
    String name();

    void run(Lab lab, Report report) throws Exception;
}
