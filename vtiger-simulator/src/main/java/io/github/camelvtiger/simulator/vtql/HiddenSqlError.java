package io.github.camelvtiger.simulator.vtql;

/** MySQL would refuse the statement; the server hides that and answers with no rows ({@code webservice.md §7}). */
final class HiddenSqlError extends RuntimeException {

    HiddenSqlError(String reason) {
        super(reason, null, false, false);
    }
}
