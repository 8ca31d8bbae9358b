package io.github.camelvtiger.routes.sync.table;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That a database refuses a row, and takes others.
 *
 * @param reason what refuses it, without the values that drivers show, since reasons are kept in logs and rejects
 */
record RowRefusal(String reason) {

    /** MySQL's "incorrect value", which has the SQL state of what is unknown. */
    private static final int INCORRECT_VALUE = 1366;

    /** The names of keys, constraints and columns, as PostgreSQL, H2 and MySQL write them around the values. */
    private static final Pattern NAME =
            Pattern.compile("(?:constraint|column|violation:|key) [\"'`]([\\w.]+)", Pattern.CASE_INSENSITIVE);

    /** Empty if the failure is not about a row. */
    static Optional<RowRefusal> of(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (failure.getErrorCode() == INCORRECT_VALUE && state.equals("HY000")) {
            return Optional.of(refusal("a value does not fit its column", failure));
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "22" -> Optional.of(refusal("a value does not fit its column", failure));
            case "23" -> Optional.of(refusal("it violates a constraint", failure));
            // Of PL/pgSQL, and of SIGNAL.
            case "P0", "45" -> Optional.of(refusal("a trigger refuses it", failure));
            case "54" -> Optional.of(refusal("it exceeds a limit of the database", failure));
            default -> Optional.empty();
        };
    }

    private static RowRefusal refusal(String what, SQLException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        // MySQL has the name behind the value.
        String name = NAME.matcher(message.lines().findFirst().orElse(""))
                .results()
                .reduce((first, last) -> last)
                .map(found -> found.group(1) + ", ")
                .orElse("");
        return new RowRefusal(what + " (" + name + "SQLSTATE " + failure.getSQLState() + ")");
    }
}
