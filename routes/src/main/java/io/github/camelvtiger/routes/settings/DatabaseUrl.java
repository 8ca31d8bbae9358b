package io.github.camelvtiger.routes.settings;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The JDBC address of a database whose driver is there. */
final class DatabaseUrl implements Check {

    @Override
    public Optional<String> fault(String value) {
        if (!value.startsWith("jdbc:")) {
            return Optional.of("which is not the JDBC address of a database; write for example"
                    + " jdbc:postgresql://db.example.com/integration");
        }
        return DriverManager.drivers().anyMatch(driver -> accepts(driver, value))
                ? Optional.empty()
                : Optional.of("which names a database for which there is no driver; that of PostgreSQL comes with the"
                        + " application, another one's must be put on the class path");
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }
}
