package io.github.camelvtiger.routes.sync.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "23000|1062|Duplicate entry 'Anna' for key 'contacts.one_name'|it violates a constraint (contacts.one_name, SQLSTATE 23000)",
                "23505|0|ERROR: duplicate key value violates unique constraint \"one_name\"|it violates a constraint (one_name, SQLSTATE 23505)",
                "23505|23505|Unique index or primary key violation: \"PUBLIC.ONE_NAME ON PUBLIC.CONTACTS(LASTNAME) VALUES ( 'Anna' )\"|it violates a constraint (PUBLIC.ONE_NAME, SQLSTATE 23505)",
                "HY000|1366|Incorrect string value: 'Anna' for column 'lastname' at row 1|a value does not fit its column (lastname, SQLSTATE HY000)",
                "P0001|0|ERROR: Anna is not welcome|a trigger refuses it (SQLSTATE P0001)",
                "45000|1644|Anna is not welcome|a trigger refuses it (SQLSTATE 45000)",
                "54000|0|ERROR: index row size 2712 exceeds maximum|it exceeds a limit of the database (SQLSTATE 54000)"
            })
    void theReasonNamesWhatRefusesTheRowAndNoValue(String state, int code, String message, String reason) {
        assertThat(RowRefusal.of(new SQLException(message, state, code)))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "23503,0,true",
        "23505,0,true",
        "23506,23506,true",
        "23000,1452,true",
        "P0001,0,true",
        "23514,0,false",
        "23502,0,false",
        "23000,1048,false",
        "22001,0,false"
    })
    void whatDependsOnOtherRowsMayPass(String state, int code, boolean mayPass) {
        assertThat(RowRefusal.of(new SQLException("no", state, code)))
                .hasValueSatisfying(refusal -> assertThat(refusal.mayPass()).isEqualTo(mayPass));
    }

    @ParameterizedTest
    @CsvSource({"08001,0", "HY000,1205", "42S02,1146", ",0"})
    void whatIsNotAboutARowIsNotARefusalOfIt(String state, int code) {
        assertThat(RowRefusal.of(new SQLException("no", state, code))).isEmpty();
    }
}
