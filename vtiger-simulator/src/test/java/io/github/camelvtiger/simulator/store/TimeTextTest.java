package io.github.camelvtiger.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.metadata.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As the MariaDB of a real server keeps them in a TIME column. */
class TimeTextTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "10:30:00,10:30:00",
                "10:30,10:30:00",
                "10:30 PM,10:30:00",
                "10:5:5.9,10:05:05",
                "25:00:00,25:00:00",
                "-10:30,-10:30:00",
                "2 10:30,58:30:00",
                "930,00:09:30",
                "93000,09:30:00",
                "9,00:00:09",
                "-930,-00:09:30",
                "930abc,00:09:30",
                "9.5,00:00:09",
                "  930,00:09:30",
                "10:,00:00:10",
                "1230000,123:00:00",
                "12300000,838:59:59",
                "8390000,838:59:59",
                "961,00:00:00",
                "93060,00:00:00",
                "99999999999,00:00:00",
                ":10,00:00:00",
                "abc,00:00:00"
            })
    void aTimeIsKept(String sent, String kept) {
        assertThat(ColumnText.of(new Column(Column.Kind.TIME, 0, 0), sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"0e209,0", "0e210,2147483647", "0e999999999,2147483647", "-0e999999999,-2147483648", "0e-999999999,0"})
    void aZeroWithAnEnormousExponentIsTooLargeForAWholeNumber(String sent, String kept) {
        assertThat(ColumnText.of(new Column(Column.Kind.INT, 0, 0), sent)).isEqualTo(kept);
    }
}
