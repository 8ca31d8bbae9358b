package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\r\n", "\u00A0", "\u202F", "\u2007", "\u3000", "\u200B", "\u200C", "\u200D", "\u200E",
                "\u200F", "\u202A", "\u202E", "\u2060", "\u2066", "\u2069", "\u061C", "\uFEFF", "\u001A"
            })
    void stripsWhatCannotBeSeenFromBothEnds(String invisible) {
        assertThat(CellText.strip(invisible + " Ada\u00A0Lovelace " + invisible))
                .isEqualTo("Ada\u00A0Lovelace");
        assertThat(CellText.isBlank(invisible + invisible)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a\u200Db", "\u0928\u094D\u200D", "❤\uFE0F", "\uD83D\uDE00", "\u0000", "\u0080"})
    void leavesTheRest(String cell) {
        assertThat(CellText.strip(cell)).isEqualTo(cell);
    }

    @Test
    void aZeroByteIsNotBlank() {
        assertThat(CellText.isBlank(" \u0000 ")).isFalse();
    }
}
