package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2CursorStoreTest extends JdbcCursorStoreContract {

    private final H2Database database = new H2Database();

    @Override
    DataSource dataSource() {
        return database.dataSource();
    }

    @AfterEach
    void shutDown() throws SQLException {
        database.close();
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldWithoutItsSecrets() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://127.0.0.1:1/crm;PASSWORD=se-cret");

        assertThatThrownBy(() -> new JdbcCursorStore(nowhere).open(KEY))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining("The cursor '" + KEY + "' could not be opened")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("se-cret"));
    }

    @Test
    void anAddressInTheDriversMessageIsNotPassedOn() {
        DataSource wrong = new StandInDataSource() {
            @Override
            public java.sql.Connection getConnection() throws SQLException {
                throw new SQLException(
                        "No suitable driver found for jdbc:odd://sync:se-cret@db/crm?password=se-cret",
                        "08001",
                        new SQLException("Access denied, password = se-cret, user=sync"));
            }
        };

        assertThatThrownBy(() -> new JdbcCursorStore(wrong).open(KEY))
                .hasMessageContaining("No suitable driver found for jdbc:...")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("se-cret"));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
