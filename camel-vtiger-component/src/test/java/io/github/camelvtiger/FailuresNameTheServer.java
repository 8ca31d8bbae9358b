package io.github.camelvtiger;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Adds to a failure on which of the {@link LiveServers} it happened, which the names of tests in a log do not show. */
final class FailuresNameTheServer implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        if (!(failure instanceof TestAbortedException)) {
            failure.addSuppressed(new IllegalStateException("on the server " + server(test)));
        }
        throw failure;
    }

    /** The context above a method, or above the template of a parameterised one. */
    private static String server(ExtensionContext test) {
        ExtensionContext above = test;
        while (above.getTestMethod().isPresent()) {
            above = above.getParent().orElseThrow();
        }
        return above.getDisplayName();
    }
}
