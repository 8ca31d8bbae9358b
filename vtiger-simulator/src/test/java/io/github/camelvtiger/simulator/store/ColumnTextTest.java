package io.github.camelvtiger.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.metadata.Column;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTextTest {

    @ParameterizedTest
    @CsvSource({
        "DECIMAL, 12, 2, 12.345,         12.35",
        "DECIMAL, 12, 2, 12345678901234, 9999999999.99",
        "DECIMAL, 5,  2, -999999,        -999.99",
        "DECIMAL, 25, 8, '',             0.00000000",
        "INT,     0,  0, 2147483648,     2147483647",
        "INT,     0,  0, -1e12,          -2147483648",
        "INT,     0,  0, 12e003,         12000",
        "INT,     0,  0, 1e400,          2147483647",
        "INT,     0,  0, -1e999999999,   -2147483648",
        "INT,     0,  0, 1e399999999999999999999, 2147483647",
        "INT,     0,  0, 1e-999999999,   0",
        "TIME,    0,  0, 14:30,          14:30:00",
        "TIME,    0,  0, 02:30 PM,       02:30:00",
        "TIME,    0,  0, xx,             00:00:00",
        "DATETIME, 0, 0, 2026-05-01T14:30:00Z, 2026-05-01 14:30:00",
        "DATETIME, 0, 0, 2026-05-01 14:30:00,  2026-05-01 14:30:00",
        "DATETIME, 0, 0, xx,             0000-00-00 00:00:00",
        "DATE,    0,  0, 2026-02-30,     0000-00-00",
        "TEXT,    3,  0, abcd,           abc",
        "TEXT,    0,  0, abcd,           abcd",
    })
    void columnsCutClipAndRound(Column.Kind kind, int length, int scale, String value, String stored) {
        assertThat(ColumnText.of(new Column(kind, length, scale), value)).isEqualTo(stored);
    }

    @Property
    void textsNeverExceedTheirColumn(@ForAll String text) {
        assertThat(ColumnText.of(new Column(Column.Kind.TEXT, 10, 0), text))
                .hasSizeLessThanOrEqualTo(10)
                .matches(kept -> kept.codePoints().allMatch(Character::isBmpCodePoint));
    }

    @Property
    void decimalsStayWithinTheirColumn(@ForAll BigDecimal value) {
        BigDecimal stored =
                new BigDecimal(ColumnText.of(new Column(Column.Kind.DECIMAL, 12, 2), value.toPlainString()));
        assertThat(stored.scale()).isEqualTo(2);
        assertThat(stored.abs()).isLessThan(BigDecimal.valueOf(10_000_000_000L));
    }
}
