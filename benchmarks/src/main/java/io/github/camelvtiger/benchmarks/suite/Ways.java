package io.github.camelvtiger.benchmarks.suite;

/** Names of the ways, as tables show them. */
final class Ways {

    static final String BARE = "bare loop";
    static final String COMPONENT = "component";
    static final String HTTP = "camel-http";

    private Ways() {}
}
