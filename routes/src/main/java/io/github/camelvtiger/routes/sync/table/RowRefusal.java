package io.github.camelvtiger.routes.sync.table;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * That a database refuses a row, and takes others.
 *
 * @param reason what refuses it, without the values that drivers show, since reasons are kept in logs and rejects
 * @param mayPass whether it depends on other rows, so that the database may take the same row another time
 */
record RowRefusal(String reason, boolean mayPass) {

    /** MySQL's "incorrect value", which has the SQL state of what is unknown. */
    private static final int INCORRECT_VALUE = 1366;

    /** Violations that a row does by itself: a column without a value (also H2's and MySQL's), a check of PostgreSQL and of H2. */
    private static final Set<String> OF_THE_ROW_ALONE = Set.of("23502", "23514", "23513");

    /** The same of MySQL and MariaDB, which have one SQL state for all constraints. */
    private static final Set<Integer> OF_THE_ROW_ALONE_IN_MYSQL = Set.of(1048, 1364, 3819, 4025);

    /** The names of keys, constraints and columns, as PostgreSQL, H2 and MySQL write them around the values. */
    private static final Pattern NAME =
            Pattern.compile("(?:constraint|column|violation:|key) [\"'`]([\\w.]+)", Pattern.CASE_INSENSITIVE);

    /** Empty if the failure is not about a row. */
    static Optional<RowRefusal> of(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (failure.getErrorCode() == INCORRECT_VALUE && state.equals("HY000")) {
            return Optional.of(refusal("a value does not fit its column", failure, false));
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "22" -> Optional.of(refusal("a value does not fit its column", failure, false));
            case "23" ->
                Optional.of(refusal(
                        "it violates a constraint",
                        failure,
                        !OF_THE_ROW_ALONE.contains(state)
                                && !OF_THE_ROW_ALONE_IN_MYSQL.contains(failure.getErrorCode())));
            // Of PL/pgSQL, and of SIGNAL.
            case "P0", "45" -> Optional.of(refusal("a trigger refuses it", failure, true));
            case "54" -> Optional.of(refusal("it exceeds a limit of the database", failure, false));
            default -> Optional.empty();
        };
    }

    private static RowRefusal refusal(String what, SQLException failure, boolean mayPass) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        // MySQL has the name behind the value.
        String name = NAME.matcher(message.lines().findFirst().orElse(""))
                .results()
                .reduce((first, last) -> last)
                .map(found -> found.group(1) + ", ")
                .orElse("");
        return new RowRefusal(what + " (" + name + "SQLSTATE " + failure.getSQLState() + ")", mayPass);
    }
}
