package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Tells a failure of the database without its secrets: drivers put the whole address, password included, into some of
 * their messages.
 *
 * @param key the cursor's name
 */
record JdbcFailure(String key) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)jdbc:[^\\s\"']*");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(passw(?:or)?d|pwd)(\\s*[=:]\\s*)[^\\s&;,\"']+");

    CursorException during(String what, SQLException cause) {
        return new CursorException(
                "The cursor '" + key + "' could not be " + what + " (" + withoutSecrets(cause)
                        + "); see to the database of its store.",
                withoutSecretsInside(cause));
    }

    private static String withoutSecrets(SQLException failure) {
        return masked(failure.getMessage()) + (failure.getSQLState() == null ? "" : ", " + failure.getSQLState());
    }

    /** The failure itself where nothing in it is secret, else one that has only its place in the code. */
    private static Throwable withoutSecretsInside(SQLException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each.getMessage() != null && !each.getMessage().equals(masked(each.getMessage()))) {
                SQLException bare =
                        new SQLException(masked(failure.getMessage()), failure.getSQLState(), failure.getErrorCode());
                bare.setStackTrace(failure.getStackTrace());
                return bare;
            }
        }
        return failure;
    }

    private static String masked(String message) {
        if (message == null) {
            return "no message";
        }
        return PASSWORD.matcher(ADDRESS.matcher(message).replaceAll("jdbc:...")).replaceAll("$1$2...");
    }
}
