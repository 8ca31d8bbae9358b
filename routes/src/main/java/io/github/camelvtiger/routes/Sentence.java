package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.settings.OptionNames;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;

/** What a person reads of a failure. */
final class Sentence {

    /**
     * The outermost message that was written for people, else the innermost: the ones around it only say which part of the
     * start passed it on.
     */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && !isForPeople(innermost)) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : OptionNames.toSettings(innermost.getMessage());
    }

    private static boolean isForPeople(Throwable failure) {
        return failure instanceof VtigerException
                || failure instanceof CursorException
                || failure instanceof RefusedSettingsException;
    }

    private Sentence() {}
}
