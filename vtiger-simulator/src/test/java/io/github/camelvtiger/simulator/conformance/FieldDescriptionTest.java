package io.github.camelvtiger.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDescriptionTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            A: A | B | C | D, A: A | B ~ C | D, true
            A: A | C | B | D, A: A | B ~ C | D, true
            A: A | C | B | D, A: A | B | C | D, false
            A: A | B | B | D, A: A | B ~ C | D, false
            A: A | B | C, A: A | B ~ C | D, false
            A: A | B | C | D | E, A: A | B ~ C | D, false
            '', '', true
            A, '', false
            string, string, true
            """)
    void valuesOfOnePlaceComeInAnyOrder(String value, String expected, boolean fits) {
        assertThat(FieldDescription.fits(value, expected)).isEqualTo(fits);
    }
}
