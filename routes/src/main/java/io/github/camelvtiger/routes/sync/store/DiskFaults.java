package io.github.camelvtiger.routes.sync.store;

import java.io.IOException;
import java.sql.SQLException;

/** Failures of a database that cannot write its files, most often because their disk is full. */
public final class DiskFaults {

    /** H2: a file cannot be written. */
    private static final int IO_EXCEPTION = 90028;

    /** H2: the same, after which the database has closed itself. */
    private static final int CLOSED = 90098;

    /** PostgreSQL: class 53 is insufficient resources, 53100 a full disk. */
    private static final String DISK_FULL = "53100";

    /** What the systems say on which the application runs; H2 has several codes for the same. */
    private static final String NO_SPACE = "No space left on device";

    private DiskFaults() {}

    /** Whether a failure is one, or has one as its cause. */
    public static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOne(sql) || cause instanceof IOException io && isOne(io)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(SQLException failure) {
        return failure.getErrorCode() == IO_EXCEPTION
                || failure.getErrorCode() == CLOSED
                || DISK_FULL.equals(failure.getSQLState());
    }

    private static boolean isOne(IOException failure) {
        return NO_SPACE.equals(failure.getMessage());
    }
}
