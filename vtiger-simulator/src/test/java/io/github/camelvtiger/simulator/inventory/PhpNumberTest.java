package io.github.camelvtiger.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhpNumberTest {

    @ParameterizedTest
    @CsvSource({"2,2", "90.5,90.5", "' 5',5", "'5 ',5", "2abc,2", "1e2,100", "-.5,-0.5"})
    void aTextCountsAsFarAsItIsANumber(String text, double number) {
        assertThat(PhpNumber.operand(text)).isEqualTo(number);
        assertThat(PhpNumber.cast(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", " ", "-"})
    void aTextThatBeginsWithNoNumberEndsTheRequestButCanBeCast(String text) {
        assertThatThrownBy(() -> PhpNumber.operand(text)).isInstanceOf(NotANumber.class);
        assertThat(PhpNumber.cast(text)).isZero();
    }

    @Test
    void nothingIsZeroAndNoughtIsEmptyAsOneDigitOnly() {
        assertThat(PhpNumber.operand((String) null)).isZero();
        assertThat(PhpNumber.isEmpty("0")).isTrue();
        assertThat(PhpNumber.isEmpty("0.000")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.945, 2, 0.95",
        "1.005, 2, 1.01",
        "2.675, 2, 2.68",
        "-3.456, 2, -3.46",
        "-0.001, 2, 0.00",
        "277.912525, 2, 277.91",
        "271.5, 0, 272",
        "29165961338630.38, 2, 29165961338630.38"
    })
    void amountsAreRoundedAsWritten(double value, int places, String formatted) {
        assertThat(PhpRounding.formatted(value, places)).isEqualTo(formatted);
    }

    @ParameterizedTest
    @CsvSource({
        "12345678.573556779, 12345678.573557",
        "271.5, 271.5",
        "200, 200",
        "0.0001, 0.0001",
        "0.00001, 1.0E-5",
        "1e25, 1.0E+25",
        "-3.456, -3.456",
        "0, 0"
    })
    void textsOfNumbersHaveFourteenDigits(double value, String text) {
        assertThat(PhpRounding.text(value)).isEqualTo(text);
    }

    @Test
    void zerosBehindThePointGo() {
        assertThat(PhpRounding.trimmed("2.000")).isEqualTo("2");
        assertThat(PhpRounding.trimmed("12.500")).isEqualTo("12.5");
        assertThat(PhpRounding.trimmed("100")).isEqualTo("100");
        assertThat(PhpRounding.trimmed("NA")).isEqualTo("NA");
    }

    @Property
    void aRoundedAmountIsAsNearAsItsPlacesAllow(
            @ForAll @DoubleRange(min = -1e7, max = 1e7) double value, @ForAll @IntRange(max = 5) int places) {
        double shown = Double.parseDouble(PhpRounding.formatted(value, places));
        assertThat(Math.abs(shown - value)).isLessThanOrEqualTo(0.5 * Math.pow(10, -places) + 1e-7);
        assertThat(PhpRounding.formatted(shown, places)).isEqualTo(PhpRounding.formatted(value, places));
    }
}
