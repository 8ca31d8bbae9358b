package io.github.camelvtiger.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleTextTest {

    @ParameterizedTest
    @CsvSource({
        "1.50,1.5",
        "0.1,0.1",
        "-0.00000005,-0.00000005",
        "1234.5678,1234.5678",
        "12345678901234567890,1.2345678901235e19",
        "1e20,1e20"
    })
    void readsLikeTheDatabase(BigDecimal number, String text) {
        assertThat(DoubleText.of(number)).isEqualTo(text);
    }
}
