package io.github.camelvtiger.routes;

/** What a person is told of a failure. */
final class Sentence {

    /** The innermost message: the ones around it only say which part of the start passed it on. */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }

    private Sentence() {}
}
