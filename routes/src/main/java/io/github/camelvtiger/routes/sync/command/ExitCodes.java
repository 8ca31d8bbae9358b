package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.RunReport;

/** How the commands end. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;
    static final int STOPPED = 3;

    private ExitCodes() {}

    /** @param allowRejects whether a run with rejected rows has succeeded */
    static int of(RunReport report, boolean allowRejects) {
        return switch (report.outcome()) {
            case PLANNED, KNOWN, APPROVED -> DONE;
            case DONE -> report.counts().rejected() > 0 && !allowRejects ? FAILED : DONE;
            case REFUSED -> REFUSED;
            case STOPPED -> STOPPED;
            case INTERRUPTED, FAILED -> FAILED;
        };
    }
}
