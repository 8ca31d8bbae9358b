package io.github.camelvtiger.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostItemsTest {

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "unknown, true",
        "5.4.0, true",
        "6.5.0, true",
        "7, true",
        "7.3.0, true",
        "7.4.0, true",
        "7.5.0, false",
        "7.10.1, false",
        "8.0.0, false",
        "8.2.0, false",
        "10.1, false",
        "21.01, false"
    })
    void fromSevenFiveOnItemsStay(String release, boolean lost) {
        assertThat(LostItems.on(release)).isEqualTo(lost);
    }
}
